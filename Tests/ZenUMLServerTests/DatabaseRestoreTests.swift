import Domain
import Foundation
import TestSupport
import Testing

@testable import ZenUMLServer

@Suite("Restoring a backup")
struct DatabaseRestoreTests {
    private static let kept: [StoredRecord.Collection] = [.users, .statusChecks, .projects, .accessLists, .versions]
    private static let dropped: [StoredRecord.Collection] = [.refreshTokens, .accountTokens, .signIns]

    @Test(arguments: StoreKind.allCases)
    func everythingIsTheSameButForRevisionsAndWhatLetsIn(_ kind: StoreKind) async throws {
        try await withStores(.sqlite, kind) { backup, target in
            try await Self.fill(backup)
            try await restore(backup, target)
            for collection in Self.kept { #expect(try await records(target, collection) == records(backup, collection), "\(collection)") }
            for collection in Self.dropped {
                #expect(try await !records(backup, collection).isEmpty)
                #expect(try await records(target, collection).isEmpty, "\(collection)")
            }
            var diagram = Self.diagram
            diagram.revision += 1_000_000
            #expect(try await records(target, .diagrams) == [.diagram(diagram)])
            #expect(try await target.diagrams.change(Samples.change(Self.diagram, source: "old", revision: Self.diagram.revision)) == nil)
            #expect(try await target.versions.findAll(diagramID: diagram.id).map(\.revision) == [4, 2])
            #expect(try await target.jobs.findAll(limit: 9).map(\.kind) == ["hand_over"])
            #expect(try await target.removedAccounts.findAll(limit: 9).map(\.userID) == ["leaving"])
        }
    }

    @Test(arguments: StoreKind.allCases)
    func aDatabaseWithPeopleIsReplacedOnlyWhenTold(_ kind: StoreKind) async throws {
        try await withStores(.sqlite, kind) { backup, target in
            try await Self.fill(backup)
            try await target.users.create(Samples.user("eve", email: "ada@example.com"))
            try await target.refreshTokens.create(Samples.session("of-eve", userID: "id-eve"))
            try await target.removedAccounts.note(userID: "id-ada", at: Samples.time)
            _ = try await target.jobs.create(Samples.job("mail"))
            await #expect(throws: DatabaseRestoreError.notEmpty) { try await restore(backup, target) }
            #expect(try await target.users.find(id: "id-eve") != nil)
            try await restore(backup, target, replacing: true)
            #expect(try await target.users.findAll(after: nil, limit: 9).map(\.id) == ["id-ada"])
            #expect(try await records(target, .refreshTokens).isEmpty)
            #expect(try await target.jobs.findAll(limit: 9).map(\.kind) == ["hand_over"])
            // Or servers would remove again whoever is there again.
            #expect(try await target.removedAccounts.findAll(limit: 9).map(\.userID) == ["leaving"])
        }
    }

    /// Else a draft from between the two would pass as current.
    @Test func aSecondRestoreGivesNoRevisionOfTheFirstAgain() async throws {
        try await withStores(.sqlite, .sqlite) { backup, target in
            try await Self.fill(backup)
            try await restore(backup, target)
            let revision = Self.diagram.revision + 1_000_000
            let changed = try await target.diagrams.change(Samples.change(Self.diagram, source: "after", revision: revision))
            #expect(changed?.revision == revision + 1)
            try await restore(backup, target, replacing: true)
            #expect(try await target.diagrams.find(id: Self.diagram.id)?.revision == Self.diagram.revision + 2_000_000)
        }
    }

    @Test func aDamagedBackupChangesNothing() async throws {
        try await withStores(.sqlite, .sqlite) { backup, target in
            try await Self.fill(backup)
            let odd = Domain.Diagram(
                id: "odd", projectID: Self.project.id, ownerID: "id-ada", kind: "horoscope", content: DiagramContent(name: "O"),
                times: RecordTimes(createdAt: Samples.time, updatedAt: Samples.time))
            try await backup.records.put([.diagram(odd)])
            let finding = BackupFinding(.diagrams, id: "odd", .unknownKind("horoscope"))
            await #expect(throws: DatabaseRestoreError.damaged([finding])) { try await restore(backup, target) }
            #expect(try await records(target, .users).isEmpty)
        }
    }

    @Test func whatIsWrongIsToldWithItsPlace() async throws {
        try await StoreKind.sqlite.withStore { backup in
            try await Self.fill(backup)
            #expect(try await BackupCheck(backup).run().findings == [])
            let unread = DiagramVersion(
                diagramID: Self.diagram.id, content: DiagramContent(name: "V", layout: "[1"),
                facts: VersionFacts(revision: 3, reason: .automatic, authorID: nil, savedAt: Samples.time))
            try await backup.records.put([.version(unread)])
            try await backup.records.put([.accessList(Samples.accessList("nowhere"))])
            try await backup.records.put([.version(Samples.version("nothing", revision: 1))])
            try await backup.records.put([.project(Samples.project("lost", ownerID: "nobody"))])
            let report = try await BackupCheck(backup).run()
            #expect(
                report.findings == [
                    BackupFinding(.projects, id: "project-lost", .belongsToNothing),
                    BackupFinding(.accessLists, id: "nowhere", .belongsToNothing),
                    BackupFinding(.versions, id: unread.id, .unreadableLayout),
                    BackupFinding(.versions, id: DiagramVersion.id("nothing", 1), .belongsToNothing),
                ])
            #expect(report.counts.contains(.init(name: "versions", count: 4)))
        }
    }

    @Test func whatBelongsToNothingIsLeftOut() async throws {
        try await withStores(.sqlite, .sqlite) { backup, target in
            try await Self.fill(backup)
            try await backup.records.put([.accessList(Samples.accessList("nowhere"))])
            try await restore(backup, target)
            #expect(try await records(target, .accessLists).map(\.id) == [Self.project.id])
        }
    }

    @Test(arguments: StoreKind.allCases)
    func aCopyOfALiveDatabaseIsWholeAndLetsNobodyIn(_ kind: StoreKind) async throws {
        try await withStores(kind, .sqlite) { source, target in
            try await Self.fill(source)
            try await source.records.put([.version(Samples.version("removed meanwhile", revision: 1))])
            // From an earlier pass: the address has gone to somebody else since.
            try await target.users.create(Samples.user("eve", email: "ada@example.com"))
            try await LiveCopy(from: source, to: target) { _ in }.run()
            for collection in Self.kept + [.diagrams] where collection != .versions {
                #expect(try await records(target, collection) == records(source, collection), "\(collection)")
            }
            #expect(try await target.versions.findAll(diagramID: Self.diagram.id).count == 2)
            for collection in Self.dropped { #expect(try await records(target, collection).isEmpty, "\(collection)") }
            #expect(try await BackupCheck(target).run().findings == [])
        }
    }

    private static let project = Samples.project("p", ownerID: "id-ada")

    private static var diagram: Domain.Diagram {
        var diagram = Samples.diagram("d", projectID: project.id, ownerID: "id-ada")
        diagram.revision = 7
        return diagram
    }

    /// A record of each collection, or several.
    private static func fill(_ store: any Store) async throws {
        for record in [
            .user(Samples.user("ada")), .project(project), .diagram(diagram), .accessList(Samples.accessList(project.id)),
            .version(Samples.version(diagram.id, revision: 2)), .version(Samples.version(diagram.id, revision: 4, label: "Release")),
            .session(Samples.session("s", userID: "id-ada")), .accountToken(Samples.accountToken("t", userID: "id-ada")),
            .signIn(id: "x", expiresAt: Samples.time), .statusCheck(StatusCheck(id: "c", clientName: "c", timestamp: Samples.time)),
        ] as [StoredRecord] {
            try await store.records.put([record])
        }
        try await store.removedAccounts.note(userID: "leaving", at: Samples.time)
        _ = try await store.jobs.create(Samples.job("mail"))
        _ = try await store.jobs.create(Job(id: "h", kind: "hand_over", payload: "{}", createdAt: Samples.time, runAt: Samples.time))
    }

    private func withStores(_ from: StoreKind, _ to: StoreKind, _ body: (any Store, any Store) async throws -> Void) async throws {
        try await from.withStore { source in
            try await to.withStore { target in try await body(source, target) }
        }
    }

    private func records(_ store: any Store, _ collection: StoredRecord.Collection) async throws -> [StoredRecord] {
        try await store.records.records(in: collection, after: nil, limit: 100)
    }

    private func restore(_ backup: any Store, _ target: any Store, replacing: Bool = false) async throws {
        try await DatabaseRestore(of: backup) { _ in }.run(into: target, inPlaceOf: target, replacing: replacing)
    }
}
