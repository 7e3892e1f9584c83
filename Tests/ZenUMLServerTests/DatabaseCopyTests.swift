import Domain
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import ZenUMLServer

@Suite("Copying a database")
struct DatabaseCopyTests {
    @Test(arguments: [(StoreKind.sqlite, StoreKind.mongodb), (.mongodb, .sqlite)])
    func everythingArrives(_ from: StoreKind, _ to: StoreKind) async throws {
        try await withStores(from, to) { source, target in
            try await fill(source, count: 2300)
            let report = try await copy(source, target)
            #expect(try await target.users.find(id: "id-7") == Samples.user("7"))
            #expect(try await target.refreshTokens.find(id: "s-7") == Samples.session("s-7", expiresAt: Samples.time + 100_000))
            #expect(try await target.statusChecks.findAll(limit: 1000, after: nil) == source.statusChecks.findAll(limit: 1000, after: nil))
            #expect(report.contains("status_checks: 2300 read, 2300 written"))
            let checksums = report.filter { $0.hasPrefix("status_checks") && $0.contains("SHA-256") }.map { $0.suffix(64) }
            #expect(checksums.count == 2 && checksums[0] == checksums[1])
        }
    }

    @Test func aSecondCopyWritesNothingAndACutOffOneIsContinued() async throws {
        try await withStores(.sqlite, .sqlite) { source, target in
            try await fill(source, count: 30)
            // As if the copy had been cut off after these.
            try await target.records.put((0..<10).map { .user(Samples.user("\($0)")) })
            #expect(try await copy(source, target).contains("users: 30 read, 20 written"))
            #expect(try await copy(source, target).contains("users: 30 read, 0 written"))
        }
    }

    @Test func otherDataInTheTargetIsNotTouchedUnlessTold() async throws {
        try await withStores(.sqlite, .sqlite) { source, target in
            try await fill(source, count: 3)
            try await target.users.create(Samples.user("eve"))
            await #expect(throws: DatabaseCopyError.targetNotEmpty(collection: "users", id: "id-eve")) { _ = try await copy(source, target) }
            #expect(try await target.users.find(id: "id-1") == nil)
            _ = try await copy(source, target, intoNonempty: true)
            #expect(try await target.users.find(id: "id-1") != nil)
            #expect(try await target.users.find(id: "id-eve") != nil)
        }
    }

    @Test func aKeyThatIsTakenInTheTargetStopsTheCopy() async throws {
        try await withStores(.sqlite, .sqlite) { source, target in
            try await source.users.create(Samples.user("ada"))
            try await target.users.create(Samples.user("eve", email: "ada@example.com"))
            await #expect(throws: DuplicateKeyError(key: .email)) { _ = try await copy(source, target, intoNonempty: true) }
        }
    }

    @Test func whatHasExpiredIsLeftBehind() async throws {
        try await withStores(.sqlite, .sqlite) { source, target in
            try await source.refreshTokens.create(Samples.session("old", expiresAt: Samples.time - 1000))
            try await source.refreshTokens.create(Samples.session("new", expiresAt: Samples.time + 100_000))
            _ = try await copy(source, target)
            #expect(try await target.refreshTokens.find(id: "old") == nil)
            #expect(try await target.refreshTokens.find(id: "new") != nil)
        }
    }

    private func withStores(
        _ from: StoreKind, _ to: StoreKind, _ body: (any Store, any Store) async throws -> Void
    ) async throws {
        try await from.withStore { source in
            try await to.withStore { target in try await body(source, target) }
        }
    }

    private func fill(_ store: any Store, count: Int) async throws {
        let numbers = 0..<count
        try await store.records.put(numbers.prefix(30).map { .user(Samples.user("\($0)")) })
        try await store.records.put(numbers.prefix(30).map { .session(Samples.session("s-\($0)", expiresAt: Samples.time + 100_000)) })
        try await store.records.put(numbers.map { .statusCheck(StatusCheck(id: "c-\($0)", clientName: "c", timestamp: Samples.time + Double($0))) })
    }

    private func copy(_ source: any Store, _ target: any Store, intoNonempty: Bool = false) async throws -> [String] {
        let log = LineLog()
        let clock = TestClock(Samples.time)
        try await DatabaseCopy(from: source, to: target, clock: clock.wallClock) { log.note($0) }.run(intoNonempty: intoNonempty)
        return log.lines
    }
}

private final class LineLog: Sendable {
    private let seen = Mutex<[String]>([])

    var lines: [String] { seen.withLock { $0 } }

    func note(_ line: String) {
        seen.withLock { $0.append(line) }
    }
}
