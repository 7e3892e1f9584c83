import Domain
import Foundation
import GRDB
import TestSupport
import Testing

@testable import SQLiteStore

@Suite("Backups of SQLite files")
struct SQLiteBackupTests {
    @Test func aBackupHasWhatThereWasAndIsAFileOfItsOwn() async throws {
        try await withStore { store, path in
            try await store.users.create(Samples.user("ada"))
            try await store.users.create(Samples.user("removed"))
            _ = try await store.users.delete(id: "id-removed")
            try await SQLiteStore.backUp(path: path, to: path + ".backup")
            try await store.users.create(Samples.user("later"))
            #expect(try await SQLiteStore.problems(path: path + ".backup") == [])
            let folder = URL(filePath: path).deletingLastPathComponent().path
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.contains(".backup") } == ["test.sqlite.backup"])
            let bytes = try Data(contentsOf: URL(filePath: path + ".backup"))
            #expect(bytes.contains(Data("ada@example.com".utf8)) && !bytes.contains(Data("removed@example.com".utf8)))
            let backup = try SQLiteStore(path: path + ".backup")
            #expect(try await backup.users.findAll(after: nil, limit: 9) == [Samples.user("ada")])
            await backup.close()
        }
    }

    @Test func aBackupOfWhatIsBeingWrittenIsOfOneMoment() async throws {
        try await withStore { store, path in
            try await store.statusChecks.create(StatusCheck(id: "c-0", clientName: "0", timestamp: Samples.time))
            let writing = Task {
                var number = 0
                while !Task.isCancelled {
                    number += 1
                    try await store.statusChecks.create(StatusCheck(id: "c-\(number)", clientName: "\(number)", timestamp: Samples.time))
                }
            }
            for number in 1...5 {
                let file = path + ".\(number)"
                try await SQLiteStore.backUp(path: path, to: file)
                let database = try DatabaseQueue(path: file)
                // One after the other was written: none is missing before the last.
                let missing = try await database.read {
                    try Int.fetchOne($0, sql: "SELECT max(CAST(client_name AS INTEGER)) + 1 - count(*) FROM status_checks")
                }
                #expect(missing == 0)
                try database.close()
            }
            writing.cancel()
            _ = await writing.result
        }
    }

    @Test func aDamagedFileAndOneOfANewerVersionAreTold() async throws {
        try await withStore { store, path in
            for number in 0..<200 { try await store.users.create(Samples.user("\(number)")) }
            for name in ["damaged", "newer", "cut"] { try await SQLiteStore.backUp(path: path, to: path + "." + name) }
            let newer = try DatabaseQueue(path: path + ".newer")
            try await newer.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 what nobody knows yet')") }
            try newer.close()
            #expect(try await SQLiteStore.problems(path: path + ".newer").first?.contains("99 what nobody knows yet") == true)
            // Whole pages of nonsense behind the first.
            var bytes = try Data(contentsOf: URL(filePath: path + ".damaged"))
            bytes.replaceSubrange(4096..<bytes.count, with: Data(repeating: 0xA5, count: bytes.count - 4096))
            try bytes.write(to: URL(filePath: path + ".damaged"))
            #expect(await isWrong(path + ".damaged"))
            try bytes.prefix(100).write(to: URL(filePath: path + ".cut"))
            #expect(await isWrong(path + ".cut"))
            #expect(await isWrong(path + ".missing"))
            let other = try DatabaseQueue(path: path + ".other")
            try await other.write { try $0.execute(sql: "CREATE TABLE other (id INTEGER)") }
            try other.close()
            #expect(try await SQLiteStore.problems(path: path + ".other") == ["it is no database of ZenUML"])
        }
    }

    @Test func aFileThatAServerHasOpenIsNotReplaced() async throws {
        try await withStore { store, path in
            try await store.users.create(Samples.user("ada"))
            let file = path + ".restored"
            let restored = try SQLiteStore(path: file)
            try await restored.users.create(Samples.user("eve"))
            await restored.close()
            #expect(throws: StoreUnavailableError(reason: "\(path) is in use: stop the server first")) { try SQLiteStore.requireUnused(path: path) }
            #expect(throws: StoreUnavailableError.self) { try SQLiteStore.replace(path: path, with: file) }
            #expect(try await store.users.find(id: "id-ada") != nil)
            await store.close()
            // Of a server that was killed, with what the former file never got: nothing of it comes into the new one.
            try Data("a log".utf8).write(to: URL(filePath: path + "-wal"))
            try SQLiteStore.requireUnused(path: path)
            try SQLiteStore.replace(path: path, with: file)
            #expect(!FileManager.default.fileExists(atPath: file) && !FileManager.default.fileExists(atPath: path + "-wal"))
            let reopened = try SQLiteStore(path: path)
            #expect(try await reopened.users.findAll(after: nil, limit: 9) == [Samples.user("eve")])
            await reopened.close()
        }
    }

    private func isWrong(_ path: String) async -> Bool {
        (try? await SQLiteStore.problems(path: path)) != []
    }

    private func withStore(_ body: (SQLiteStore, String) async throws -> Void) async throws {
        try await TemporaryFolder.withPath(of: "test.sqlite") { path in
            let store = try SQLiteStore(path: path)
            let outcome: Result<Void, any Error>
            do {
                outcome = .success(try await body(store, path))
            } catch {
                outcome = .failure(error)
            }
            await store.close()
            try outcome.get()
        }
    }
}
