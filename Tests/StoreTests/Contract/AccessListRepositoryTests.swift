import Domain
import Foundation
import TestSupport
import Testing

@Suite("AccessListRepository")
struct AccessListRepositoryTests {
    @Test(arguments: StoreKind.allCases)
    func aListIsStoredWholeAndFoundByWhatIsInIt(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await store.projects.create(Samples.project("p", id: "p"))
            var list = Samples.accessList("p")
            #expect(try await store.accessLists.find(ids: ["p", "other"]).isEmpty)
            #expect(try await store.accessLists.store(list))
            list.revision = 1
            #expect(try await store.accessLists.find(ids: ["p", "other"]) == [list])
            #expect(try await store.accessLists.find(ids: []).isEmpty)
            #expect(try await store.accessLists.findByToken("hash-p") == list)
            #expect(try await store.accessLists.findByToken("other") == nil)
            let memberships = try await store.accessLists.memberships(of: "bob", limit: 9)
            #expect(Set(memberships.map(\.member.role)) == [.viewer, .editor] && memberships.allSatisfy { $0.id == "p" && $0.target == .project })
            #expect(try await store.accessLists.memberships(of: "ada", limit: 9).isEmpty)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func aChangeIsACompareAndSetOnTheRevision(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await store.projects.create(Samples.project("p", id: "p"))
            var list = Samples.accessList("p")
            let isNew = try await store.accessLists.store(list)
            #expect(isNew)
            #expect(try await store.accessLists.store(list) == false, "there is one")
            list.revision = 1
            list.members = [Member(userID: "cy", role: .owner, addedAt: Samples.time)]
            list.links = []
            #expect(try await store.accessLists.store(list))
            #expect(try await store.accessLists.store(list) == false)
            list.revision = 2
            #expect(try await store.accessLists.find(ids: ["p"]) == [list])
            #expect(try await store.accessLists.memberships(of: "bob", limit: 9).isEmpty)
            #expect(try await store.accessLists.memberships(of: "cy", limit: 9).count == 1)
            #expect(try await store.accessLists.findByToken("hash-p") == nil)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func sharingEndsForAllThatSomebodyOwns(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await store.projects.create(Samples.project("p", id: "p"))
            try await store.projects.create(Samples.project("q", id: "q", ownerID: "bob"))
            try await store.diagrams.create(Samples.diagram("d", id: "d"))
            for list in [Samples.accessList("p"), Samples.accessList("q"), Samples.accessList("d", .diagram)] {
                #expect(try await store.accessLists.store(list))
            }
            #expect(try await Set(store.accessLists.findAll(ownerID: "ada", limit: 9).map(\.id)) == ["p", "d"])
            #expect(try await store.accessLists.findAll(ownerID: "ada", limit: 1).count == 1)
            #expect(try await store.accessLists.findAll(ownerID: "bob", limit: 9).map(\.id) == ["q"])
            try await store.accessLists.removeAll(ownerID: "ada")
            #expect(try await store.accessLists.find(ids: ["p", "q", "d"]).map(\.id) == ["q"])
            #expect(try await store.accessLists.findByToken("hash-p") == nil)
            #expect(try await store.accessLists.memberships(of: "bob", limit: 9).allSatisfy { $0.id == "q" })
        }
    }

    @Test(arguments: StoreKind.allCases)
    func ofParallelChangesOneIsMade(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await store.projects.create(Samples.project("p", id: "p"))
            for revision in 0..<2 {
                let made = try await withThrowingTaskGroup(of: Bool.self) { group in
                    for index in 0..<20 {
                        var list = Samples.accessList("p")
                        (list.revision, list.links) = (revision, [])
                        list.members = [Member(userID: "user \(index)", role: .viewer, addedAt: Samples.time)]
                        group.addTask { [list] in try await store.accessLists.store(list) }
                    }
                    return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
                }
                #expect(made == 1)
            }
        }
    }

    @Test(arguments: StoreKind.allCases)
    func aListGoesWithWhatItBelongsTo(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            for name in ["a", "b"] { try await store.projects.create(Samples.project(name)) }
            for name in ["a", "b", "c", "d"] { try await store.diagrams.create(Samples.diagram(name, projectID: name == "c" ? "p" : "q")) }
            let ids = ["project-a", "project-b"] + ["a", "b", "c", "d"].map { "diagram-\($0)" }
            for id in ids { #expect(try await store.accessLists.store(Samples.accessList(id, id.hasPrefix("project") ? .project : .diagram))) }
            func left() async throws -> Set<String> { Set(try await store.accessLists.find(ids: ids).map(\.id)) }
            _ = try await store.projects.setDeleted(id: "project-a", from: nil, to: Samples.time)
            _ = try await store.projects.beginRemoval(before: Samples.time + 1)
            try await store.projects.finishRemoval(id: "project-b")
            #expect(try await left() == Set(ids))
            try await store.projects.finishRemoval(id: "project-a")
            _ = try await store.diagrams.remove(id: "diagram-a")
            _ = try await store.diagrams.setDeleted(id: "diagram-b", from: nil, to: Samples.time)
            _ = try await store.diagrams.removeDeleted(before: Samples.time + 1)
            _ = try await store.diagrams.removeAll(projectID: "p")
            #expect(try await left() == ["project-b", "diagram-d"])
            _ = try await store.diagrams.removeAll(ownerID: "ada")
            _ = try await store.projects.removeAll(ownerID: "ada")
            #expect(try await left().isEmpty)
        }
    }

    @Test func comingAndGoingPushesNothingOut() {
        var list = AccessList(id: "p", target: .project)
        list.note(AccessEvent(at: Samples.time, actorID: "ada", action: .linkMade, detail: "edit"))
        for turn in 0..<300 {
            let action: AccessEvent.Action = turn.isMultiple(of: 2) ? .joined : .left
            list.note(AccessEvent(at: Samples.time + Double(turn), actorID: "bob", action: action, memberID: "bob"))
        }
        #expect(list.events.map(\.action) == [.linkMade, .joined, .left])
        for _ in 0..<300 { list.note(AccessEvent(at: Samples.time, actorID: "ada", action: .linkMade, detail: "view")) }
        #expect(list.events.count == AccessEvent.most)
    }
}
