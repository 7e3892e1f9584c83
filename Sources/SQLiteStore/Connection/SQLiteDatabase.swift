import Domain
import GRDB

/// One database file: a thread that writes and a thread that reads.
final class SQLiteDatabase: Sendable {
    let writer: SQLiteThread
    let reader: SQLiteThread

    /// Opens the file, makes it when there is none, and brings its tables up to date.
    /// - Throws: ``StoreUnavailableError`` with the reason.
    init(path: String) throws {
        do {
            writer = SQLiteThread(
                name: "sqlite-writer",
                mode: .write,
                connection: try DatabaseConnection(path: path, open: Self.openWriter)
            )
            reader = SQLiteThread(
                name: "sqlite-reader",
                mode: .read,
                connection: try DatabaseConnection(path: path, open: Self.openReader)
            )
        } catch {
            throw StoreUnavailableError.translating(error)
        }
    }

    func close() async {
        await reader.close()
        await writer.close()
    }

    static func openWriter(path: String) throws -> DatabaseQueue {
        var configuration = configuration()
        configuration.journalMode = .wal
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        // GRDB sets NORMAL when it switches to WAL, and then a power cut could undo a sign-out that was already answered.
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        // 16 MiB of the log in place of 4: a diagram that is saved again and again is carried over to the file less often.
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_autocheckpoint = 4096") }
        try Migrations.all.migrate(queue)
        return queue
    }

    static func openReader(path: String) throws -> DatabaseQueue {
        var configuration = configuration()
        configuration.readonly = true
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    private static func configuration() -> Configuration {
        var configuration = Configuration()
        // Another process (a copy, a backup) may hold the lock for a moment; a request should not wait longer than this.
        configuration.busyMode = .timeout(3)
        // 16 MiB of pages in place of 2: the index of a person with 10,000 projects stays in memory beside that of others.
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA cache_size = -16384") }
        return configuration
    }
}
