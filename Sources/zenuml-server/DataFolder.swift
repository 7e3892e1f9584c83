import Foundation

/// The folder of the database and of the machine's own key.
enum DataFolder {
    /// Makes the folder if it is not there; nobody else may look into it.
    /// - Throws: ``StartProblem``.
    static func make(_ folder: URL, givenAs setting: String = "DATABASE_URL") throws {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw StartProblem("\(setting): the folder \(folder.path) can't be made")
        }
    }
}
