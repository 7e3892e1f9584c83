import Domain
import Foundation
import SQLiteStore
import ZenUMLServer

extension OpenDatabase {
    /// Writes what a database holds into a new SQLite file, while servers go on.
    static func backUp(_ url: DatabaseURL, to file: String, report: @escaping @Sendable (String) -> Void) async throws {
        switch url {
        case .sqlite(let path): try await SQLiteStore.backUp(path: path, to: file)
        case .mongodb:
            try await withTemporaryFile { gathered in
                try await store(url, isCopied: true).closing { source in
                    try await SQLiteStore(path: gathered).closing { try await LiveCopy(from: source, to: $0, report: report).run() }
                }
                try await SQLiteStore.backUp(path: gathered, to: file)
            }
        }
    }

    /// What is wrong with a file as a whole; nothing when it can be opened.
    static func problems(ofBackup file: String) async throws -> [String] {
        try await SQLiteStore.problems(path: file)
    }

    /// Opens what is in a backup. It is copied for it: the file of a backup doesn't change, also where it is from an older version.
    static func withBackup<Value>(_ file: String, _ body: (any Store) async throws -> Value) async throws -> Value {
        try await withTemporaryFile { copy in
            try await SQLiteStore.backUp(path: file, to: copy)
            return try await SQLiteStore(path: copy).closing(body)
        }
    }

    /// Puts a backup into a database. An SQLite file is made anew beside the former one, and takes its place when all is well.
    static func restore(_ backup: any Store, to url: DatabaseURL, replacing: Bool, report: @escaping @Sendable (String) -> Void) async throws {
        let restore = DatabaseRestore(of: backup, report: report)
        guard case .sqlite(let path) = url else {
            return try await store(url, isCopied: true).closing { try await restore.run(into: $0, inPlaceOf: $0, replacing: replacing) }
        }
        try DataFolder.make(URL(filePath: path).deletingLastPathComponent())
        try SQLiteStore.requireUnused(path: path)
        let file = path + ".restored"
        remove(file)
        do {
            let isThere = FileManager.default.fileExists(atPath: path)
            try await SQLiteStore(path: file).closing { target in
                guard isThere else { return try await restore.run(into: target, inPlaceOf: target, replacing: replacing) }
                try await SQLiteStore(path: path).closing { try await restore.run(into: target, inPlaceOf: $0, replacing: replacing) }
            }
            try SQLiteStore.replace(path: path, with: file)
        } catch {
            remove(file)
            throw error
        }
    }

    /// - Parameter body: Gets the path of a file that is not there yet, in a folder into which nobody else can look.
    private static func withTemporaryFile<Value>(_ body: (String) async throws -> Value) async throws -> Value {
        var template = Array(FileManager.default.temporaryDirectory.appending(path: "zenuml-XXXXXX").path.utf8CString)
        guard let folder = mkdtemp(&template).map({ String(cString: $0) }) else {
            throw StoreUnavailableError(reason: "a temporary folder can't be made: \(String(cString: strerror(errno)))")
        }
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try await body(folder + "/backup.sqlite")
    }

    private static func remove(_ file: String) {
        for ending in ["", "-wal", "-shm", "-journal"] { try? FileManager.default.removeItem(atPath: file + ending) }
    }
}

extension Store {
    /// Does something and closes the store, whatever comes of it.
    fileprivate func closing<Value>(_ body: (any Store) async throws -> Value) async throws -> Value {
        let outcome: Result<Value, any Error>
        do {
            outcome = .success(try await body(self))
        } catch {
            outcome = .failure(error)
        }
        await close()
        return try outcome.get()
    }
}
