import Domain
import GRDB

/// A connection that notices when its file was taken away or replaced.
///
/// Used by one ``SQLiteThread`` only.
final class DatabaseConnection {
    private let path: String
    private let database: DatabaseQueue
    private let file: FileIdentity

    init(path: String, open: (_ path: String) throws -> DatabaseQueue) throws {
        self.path = path
        database = try open(path)
        guard let file = FileIdentity(path: path) else {
            throw StoreUnavailableError(reason: "The database file \(path) is gone")
        }
        self.file = file
    }

    /// - Throws: ``StoreUnavailableError`` unless the file is the one that was opened. A new one is never made in its place, which would
    ///   hide the loss; and another one is never opened, because the former's write-ahead log would be played into it.
    func queue() throws -> DatabaseQueue {
        guard let now = FileIdentity(path: path) else {
            throw StoreUnavailableError(reason: "The database file \(path) is gone; put it back")
        }
        guard now == file else {
            throw StoreUnavailableError(reason: "Another file has taken the place of the database \(path); restart the server to open it")
        }
        return database
    }

    func close() {
        try? database.close()
    }
}
