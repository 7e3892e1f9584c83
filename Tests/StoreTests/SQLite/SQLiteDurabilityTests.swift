import Domain
import Foundation
import GRDB
import TestSupport
import Testing

@testable import SQLiteStore

@Suite("SQLite durability")
struct SQLiteDurabilityTests {
    /// GRDB sets NORMAL behind our back; then a power cut could undo a revocation that was answered.
    @Test func writesAreSynchronousToTheDisk() async throws {
        try await withDatabase { database, _ in
            let pragmas = try await database.writer.perform { database in
                [
                    try String.fetchOne(database, sql: "PRAGMA journal_mode") ?? "",
                    try String.fetchOne(database, sql: "PRAGMA synchronous") ?? "",
                ]
            }
            #expect(pragmas == ["wal", "2"])
        }
    }

    @Test func theReaderCannotWrite() async throws {
        try await withDatabase { database, _ in
            await #expect(throws: StoreUnavailableError.self) {
                try await database.reader.perform { try $0.execute(sql: "DELETE FROM users") }
            }
        }
    }

    @Test func aFailedWriteDoesNotTakeItsNeighboursAlong() async throws {
        try await withDatabase { database, _ in
            let repository = SQLiteStatusCheckRepository(database: database)
            try await repository.create(StatusCheck(id: "taken", clientName: "c", timestamp: Samples.time))
            let stored = await withTaskGroup(of: Bool.self) { group in
                for index in 0..<40 {
                    let id = index.isMultiple(of: 4) ? "taken" : "id-\(index)"
                    group.addTask { (try? await repository.create(StatusCheck(id: id, clientName: "c", timestamp: Samples.time))) != nil }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(stored == 30)
            #expect(try await repository.findAll(limit: 100, after: nil).count == 31)
        }
    }

    /// SQLite goes on writing to a deleted file, and nobody would notice before the restart.
    @Test func aMissingFileIsAnOutageAndEndsWithItsReturn() async throws {
        try await withDatabase { database, path in
            let repository = SQLiteStatusCheckRepository(database: database)
            try await repository.create(StatusCheck(id: "before", clientName: "c", timestamp: Samples.time))
            try FileManager.default.moveItem(atPath: path, toPath: path + ".away")
            await #expect(throws: StoreUnavailableError.self) {
                try await repository.create(StatusCheck(id: "lost", clientName: "c", timestamp: Samples.time))
            }
            await #expect(throws: StoreUnavailableError.self) { try await repository.findAll(limit: 1, after: nil) }
            #expect(!FileManager.default.fileExists(atPath: path), "an empty database in its place would hide the loss")
            try FileManager.default.moveItem(atPath: path + ".away", toPath: path)
            try await repository.create(StatusCheck(id: "after", clientName: "c", timestamp: Samples.time))
            #expect(try await repository.findAll(limit: 9, after: nil).map(\.id) == ["before", "after"])
        }
    }

    /// The former file's write-ahead log still lies there; played into another file, it would damage it.
    @Test func anotherFileInItsPlaceIsLeftAlone() async throws {
        try await withDatabase { database, path in
            let repository = SQLiteStatusCheckRepository(database: database)
            try await repository.create(StatusCheck(id: "old", clientName: "c", timestamp: Samples.time))
            let other = path + ".other"
            let backup = try SQLiteStore(path: other)
            try await backup.statusChecks.create(StatusCheck(id: "restored", clientName: "c", timestamp: Samples.time))
            await backup.close()
            let content = try Data(contentsOf: URL(filePath: other))
            try FileManager.default.moveItem(atPath: path, toPath: path + ".old")
            try FileManager.default.moveItem(atPath: other, toPath: path)
            await #expect(throws: StoreUnavailableError.self) { try await repository.findAll(limit: 9, after: nil) }
            await #expect(throws: StoreUnavailableError.self) {
                try await repository.create(StatusCheck(id: "new", clientName: "c", timestamp: Samples.time))
            }
            #expect(try Data(contentsOf: URL(filePath: path)) == content)
        }
    }

    @Test func aFullDatabaseIsAnOutageAndRecovers() async throws {
        try await withDatabase { database, _ in
            let repository = SQLiteStatusCheckRepository(database: database)
            let big = String(repeating: "x", count: 200_000)
            let pages = try await database.writer.perform { database in
                let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
                try database.execute(sql: "PRAGMA max_page_count = \(pages + 2)")
                return pages
            }
            await #expect(throws: StoreUnavailableError.self) {
                try await repository.create(StatusCheck(id: "big", clientName: big, timestamp: Samples.time))
            }
            try await database.writer.perform { try $0.execute(sql: "PRAGMA max_page_count = \(pages + 1000)") }
            try await repository.create(StatusCheck(id: "big", clientName: big, timestamp: Samples.time))
            #expect(try await repository.findAll(limit: 9, after: nil).map(\.id) == ["big"])
        }
    }

    @Test func aFolderThatIsNotThereIsSaid() {
        #expect(throws: StoreUnavailableError.self) { try SQLiteStore(path: "/nowhere/at/all/x.sqlite") }
    }

    private func withDatabase(_ body: (SQLiteDatabase, _ path: String) async throws -> Void) async throws {
        try await TemporaryFolder.withPath(of: "test.sqlite") { path in
            let database = try SQLiteDatabase(path: path)
            do {
                try await body(database, path)
            } catch {
                await database.close()
                throw error
            }
            await database.close()
        }
    }
}
