import Domain
import Foundation
import GRDB

extension SQLiteStore {
    /// Writes all that a database file holds at one moment into a new file, while a server goes on writing.
    ///
    /// By `VACUUM INTO`, not the online backup API: either reads one snapshot beside the write-ahead log and holds up nobody, but only this
    /// one leaves out the pages in which what was removed can still be read, and makes a file that needs no log beside it.
    /// - Throws: ``StoreUnavailableError``.
    public static func backUp(path: String, to file: String) async throws {
        try await reading(path) { try $0.execute(sql: "VACUUM INTO ?", arguments: [file]) }
        do {
            // SQLite leaves it to the system when what it has written this way gets onto the disk.
            let handle = try FileHandle(forWritingTo: URL(filePath: file))
            try handle.synchronize()
            try handle.close()
        } catch {
            throw StoreUnavailableError(reason: "\(file) can't be written: \(error)")
        }
    }

    /// What is wrong with a database file as a whole.
    /// - Returns: Nothing when its records can be read by a store, which may bring its tables up to date first.
    /// - Throws: ``StoreUnavailableError`` when it can't be read at all.
    public static func problems(path: String) async throws -> [String] {
        try await reading(path) { database in
            let found = try String.fetchAll(database, sql: "PRAGMA integrity_check")
            guard found == ["ok"] else { return found }
            let applied = try Migrations.all.appliedIdentifiers(database)
            if applied.isEmpty { return ["it is no database of ZenUML"] }
            let unknown = applied.subtracting(Migrations.all.migrations).sorted()
            return unknown.map { "a newer version of ZenUML has made it (migration \($0)): use that version" }
        }
    }

    /// - Throws: ``StoreUnavailableError`` when anybody has the database file open, such as a server.
    public static func requireUnused(path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else { return }
        try exclusive(path).close()
    }

    /// Puts a database file that nobody has open in the place of another one, in one step: whoever comes finds either.
    /// - Throws: ``StoreUnavailableError`` when anybody has the former one open, and it stays.
    public static func replace(path: String, with file: String) throws {
        guard !FileManager.default.fileExists(atPath: file + "-wal") else {
            throw StoreUnavailableError(reason: "\(file) still has a write-ahead log")
        }
        // It keeps servers from the former file until that is gone.
        let former = FileManager.default.fileExists(atPath: path) ? try exclusive(path) : nil
        // Of a file that is gone: SQLite would play its log into the new one.
        for ending in ["-wal", "-shm", "-journal"] { try? FileManager.default.removeItem(atPath: path + ending) }
        guard rename(file, path) == 0 else {
            throw StoreUnavailableError(reason: "\(path) can't be replaced: \(String(cString: strerror(errno)))")
        }
        try? former?.close()
    }

    /// A connection that is the only one until it is closed, to a file without a write-ahead log.
    private static func exclusive(_ path: String) throws -> DatabaseQueue {
        do {
            let queue = try DatabaseQueue(path: path)
            try queue.writeWithoutTransaction { database in
                // Fails while there is another connection, however idle: its log can't be taken away.
                let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode = DELETE")
                guard mode == "delete" else { throw DatabaseError(resultCode: .SQLITE_BUSY) }
                try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT")
            }
            return queue
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            throw StoreUnavailableError(reason: "\(path) is in use: stop the server first")
        } catch {
            throw StoreUnavailableError.translating(error)
        }
    }
}
