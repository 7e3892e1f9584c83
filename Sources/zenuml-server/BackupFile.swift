import Domain
import Foundation

/// The file of a backup, which is there when it is whole, and never in the place of another one.
struct BackupFile {
    let path: String

    /// - Parameter write: Writes a new file.
    /// - Returns: Its size in bytes.
    func make(_ write: (String) async throws -> Void) async throws -> Int {
        guard !isThere else { throw StoreUnavailableError(reason: "\(path) is there already, and is not overwritten") }
        let unfinished = path + ".unfinished"
        // Of a backup that was cut off.
        try? FileManager.default.removeItem(atPath: unfinished)
        do {
            try await write(unfinished)
            // It fails where somebody else has made a file meanwhile.
            try FileManager.default.moveItem(atPath: unfinished, toPath: path)
        } catch let error as CocoaError {
            try? FileManager.default.removeItem(atPath: unfinished)
            throw StoreUnavailableError(reason: "\(path) can't be written: \(error.localizedDescription)")
        } catch {
            try? FileManager.default.removeItem(atPath: unfinished)
            throw error
        }
        return Int(try FileHandle(forReadingFrom: URL(filePath: path)).seekToEnd())
    }

    private var isThere: Bool { FileManager.default.fileExists(atPath: path) }
}
