import Domain
import Foundation
import Logging
import Synchronization
import TestSupport
import Testing

@testable import ZenUMLServer

/// Two operations at once, in every order of their store calls: whatever the order, what is stored makes sense, and every answer is true.
@Suite("Two operations at once")
struct RaceTests {
    enum Operation: String, CaseIterable, Sendable {
        case create, move, change, trashDiagram, restoreDiagram, removeDiagram, trashProject, restoreProject, importing, deleteAccount, signIn
    }

    /// What there is before: a project with a diagram, one with another in the trash, and one in the trash with a third.
    private struct World {
        let user: User
        let home = "home", other = "other", trashed = "trashed"
        let shown = "shown", hidden = "hidden", along = "along"

        func id(_ name: String) -> String { "\(name)-\(user.id)" }
    }

    private static let time = Date(timeIntervalSince1970: 4_000_000_000)
    private static let counter = Atomic(0)

    @Test(arguments: Operation.allCases)
    func everyOrderMakesSense(_ first: Operation) async throws {
        try await StoreKind.underTest.withStore { store in
            for second in Operation.allCases where second.rawValue >= first.rawValue {
                let counts = try await Self.run(first, second, [], on: store).counts
                for order in Self.some(of: Self.orders(counts[0], counts[1])) { try await Self.run(first, second, order, on: store) }
            }
        }
    }

    /// All, up to a number that a test has time for, then as many from everywhere among them. A call of MongoDB takes ten times as long.
    private static func some(of orders: [[Int]]) -> [[Int]] {
        let most = StoreKind.underTest == .sqlite ? 60 : 15
        guard orders.count > most else { return orders }
        return (0..<most).map { orders[$0 * orders.count / most] }
    }

    /// Every way to mix so many calls of the one with so many of the other.
    private static func orders(_ first: Int, _ second: Int) -> [[Int]] {
        var all: [[Int]] = []
        func extend(_ order: [Int], _ zeros: Int, _ ones: Int) {
            if zeros == 0, ones == 0 { all.append(order) }
            if zeros > 0 { extend(order + [0], zeros - 1, ones) }
            if ones > 0 { extend(order + [1], zeros, ones - 1) }
        }
        extend([], first, second)
        return all
    }

    @discardableResult
    private static func run(_ first: Operation, _ second: Operation, _ order: [Int], on store: any Store) async throws -> CallOrder {
        let world = try await prepare(store)
        let calls = CallOrder(order)
        let succeeded = await withTaskGroup(of: (Int, Bool).self) { group in
            for (number, operation) in [first, second].enumerated() {
                let intercepted = FaultyStore(store, calls.interception(of: number))
                group.addTask {
                    let result = await Result { try await perform(operation, world, number, intercepted) }
                    calls.finish(number)
                    return (number, (try? result.get()) != nil)
                }
            }
            return await group.reduce(into: [false, false]) { $0[$1.0] = $1.1 }
        }
        let done = Set([first, second].enumerated().filter { succeeded[$0.offset] }.map(\.element))
        let imports = zip([first, second], succeeded).count { $0 == .importing && $1 }
        let problem = try await problem(world, done, imports: imports, store)
        #expect(problem == nil, "\(first) and \(second) in the order \(order): \(problem ?? ""), succeeded: \(done)")
        return calls
    }

    private static func prepare(_ store: any Store) async throws -> World {
        let world = World(user: Samples.user("u\(counter.add(1, ordering: .relaxed).newValue)"))
        let owner = world.user.id
        try await store.users.create(world.user)
        for name in [world.home, world.other, world.trashed] {
            var project = Samples.project(name, id: world.id(name), ownerID: owner)
            if name == world.trashed { project.deletedAt = time - 50 }
            try await store.projects.create(project)
        }
        for (name, project) in [(world.shown, world.home), (world.hidden, world.home), (world.along, world.trashed)] {
            var diagram = Samples.diagram(name, id: world.id(name), projectID: world.id(project), ownerID: owner)
            if name == world.hidden { diagram.deletedAt = time - 70 }
            try await store.diagrams.create(diagram)
        }
        return world
    }

    private static func perform(_ operation: Operation, _ world: World, _ number: Int, _ store: any Store) async throws {
        let owner = world.user.id
        let clock = WallClock { time + Double(number) }
        let access = AccessService(store: store, clock: clock)
        let projects = ProjectService(store: store, access: access, clock: clock, random: .system)
        let queue = JobQueue(jobs: store.jobs, clock: clock)
        let diagrams = DiagramService(
            store: store, access: access, checkpoints: Checkpoints(versions: store.versions, queue: queue, clock: clock),
            quota: StorageQuota(diagrams: store.diagrams, diagramLimit: 100, byteLimit: nil, clock: clock), clock: clock, random: .system)
        switch operation {
        case .create:
            let request = DiagramCreate(kind: "sequence", name: "made", source: "", layout: "{}")
            _ = try await diagrams.create(request, in: world.id(world.home), key: nil, userID: owner)
        case .move:
            let request = DiagramUpdate(projectID: world.id(world.other))
            _ = try await diagrams.change(world.id(world.shown), request, from: .any, userID: owner)
        case .change:
            _ = try await diagrams.change(world.id(world.shown), DiagramUpdate(source: "changed"), from: .any, userID: owner)
        case .trashDiagram: try await diagrams.delete(world.id(world.shown), permanently: false, userID: owner)
        case .restoreDiagram: _ = try await diagrams.restore(world.id(world.hidden), userID: owner)
        case .removeDiagram: try await diagrams.delete(world.id(world.shown), permanently: true, userID: owner)
        case .trashProject: try await projects.delete(world.id(world.home), userID: owner)
        case .restoreProject: _ = try await projects.restore(world.id(world.trashed), userID: owner)
        case .importing:
            let bytes = try AccountTransferTests.export(projects: [["a.zen"], ["b.zen"]], files: ["a.zen": "A -> B: x", "b.zen": "x"])
            _ = try await AccountImport(projects: projects, diagrams: diagrams, key: nil, ownerID: owner).read(bytes)
        case .deleteAccount:
            try await AccountRemoval(store: store, clock: clock, logger: Logger(label: "test")).remove(owner)
        case .signIn:
            guard try await store.users.findByEmail(world.user.email) != nil else { throw DomainError.authentication("") }
            try await store.refreshTokens.create(Samples.session("\(owner)-\(number)", userID: owner))
        }
    }

    /// What is wrong with what is stored, or with an answer; nil if all is well.
    private static func problem(_ world: World, _ done: Set<Operation>, imports: Int, _ store: any Store) async throws -> String? {
        let owner = world.user.id
        if done.contains(.deleteAccount) {
            await AccountRemoval(store: store, clock: WallClock { time + 60 }, logger: Logger(label: "test")).removeLeftovers()
            return try await isAnythingLeft(of: world.user, store) ? "something is left of a removed account" : nil
        }
        let live = try await store.projects.findAll(ProjectFilter(ownerID: owner), ListPage(.name, limit: 99))
        let recent = try await store.diagrams.findRecent(ownerID: owner, after: nil, limit: 99)
        let trash = try await store.diagrams.findDeleted(ownerID: owner, after: nil, limit: 99)
        let liveIDs = Set(live.map(\.id))
        if let lost = recent.first(where: { !liveIDs.contains($0.projectID) }) { return "\(lost.name) is in no project that can be reached" }
        if recent.count + trash.count != (try await store.diagrams.usage(ownerID: owner).count) { return "a diagram is in neither list, or in both" }
        for diagram in recent + trash {
            guard let found = try await store.diagrams.find(id: diagram.id) else { return "\(diagram.name) is in a list only" }
            if (found.deletedAt == nil) != recent.contains(where: { $0.id == found.id }) { return "\(diagram.name) is said to be elsewhere" }
            if try await store.projects.find(id: found.projectID) == nil { return "\(diagram.name) has no project" }
        }
        func isLive(_ name: String) -> Bool { recent.contains { $0.id == world.id(name) } }
        let isHomeLive = liveIDs.contains(world.id(world.home))
        if done.contains(.create), isHomeLive != recent.contains(where: { $0.name == "made" }) { return "what was created is not there" }
        if done.contains(.trashProject), isHomeLive, !done.contains(.restoreDiagram) { return "the project is not in the trash" }
        if done.contains(.restoreProject), !isLive(world.along) { return "the project has not come back whole" }
        if done.contains(.trashDiagram), isLive(world.shown) { return "the diagram is not in the trash" }
        if done.contains(.removeDiagram), (recent + trash).contains(where: { $0.id == world.id(world.shown) }) { return "the diagram is not gone" }
        if done.contains(.restoreDiagram), !done.contains(.trashProject), !isLive(world.hidden) { return "the diagram has not come back" }
        if done.contains(.restoreDiagram), isHomeLive, !isLive(world.hidden) { return "the diagram has not come back with its project" }
        if recent.count(where: { $0.name.hasSuffix(".zen") }) != imports * 2 { return "an import is not there, or in part" }
        if done.contains(.change), let shown = try await store.diagrams.find(id: world.id(world.shown)), shown.source != "changed" {
            return "the change is lost"
        }
        if done.contains(.move), let shown = try await store.diagrams.find(id: world.id(world.shown)),
            shown.projectID != world.id(world.other)
        {
            return "the diagram was not moved"
        }
        return nil
    }

    private static func isAnythingLeft(of user: User, _ store: any Store) async throws -> Bool {
        let counts = [try await store.projects.count(ownerID: user.id), try await store.diagrams.usage(ownerID: user.id).count]
        let sessions = try await store.refreshTokens.findAllForUser(
            user.id, at: Samples.time - 1000, idleSince: Date(milliseconds: 0), limit: 9)
        let person = try await store.users.find(id: user.id)
        return counts != [0, 0] || !sessions.isEmpty || person != nil
    }
}

extension Result where Failure == any Error {
    fileprivate init(_ work: () async throws -> Success) async {
        do { self = .success(try await work()) } catch { self = .failure(error) }
    }
}
