import Domain
import GRDB

/// A connection that notices when its file was taken away, and opens the file anew when another one took its place.
///
/// Used by one ``DatabaseThread`` only.
final class DatabaseConnection {
    private let path: String
    private let open: (_ path: String) throws -> DatabaseQueue
    private var current: (queue: DatabaseQueue, file: FileIdentity)?

    init(path: String, open: @escaping (_ path: String) throws -> DatabaseQueue) throws {
        self.path = path
        self.open = open
        let queue = try open(path)
        guard let file = FileIdentity(path: path) else {
            throw StoreUnavailableError(reason: "The database file \(path) is gone")
        }
        current = (queue, file)
    }

    /// - Throws: ``StoreUnavailableError`` when there is no file. An empty one is never made in its place: that would hide the loss.
    func queue() throws -> DatabaseQueue {
        guard let file = FileIdentity(path: path) else {
            throw StoreUnavailableError(reason: "The database file \(path) is gone")
        }
        if let current, current.file == file { return current.queue }
        close()
        let queue = try open(path)
        current = (queue, file)
        return queue
    }

    func close() {
        try? current?.queue.close()
        current = nil
    }
}
