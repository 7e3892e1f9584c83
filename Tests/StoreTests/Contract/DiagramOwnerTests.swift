import Domain
import Foundation
import TestSupport
import Testing

@Suite("DiagramRepository: owners")
struct DiagramOwnerTests {
    @Test(arguments: StoreKind.allCases)
    func allThatAProjectHoldsIsGivenAlong(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await store.projects.create(Samples.project("p", id: "p"))
            for number in 0..<60 {
                try await store.diagrams.create(
                    Samples.diagram("d\(number)", id: "d\(number)", projectID: "p", source: "Alice -> Bob: hello \(number)"))
            }
            try await store.diagrams.create(Samples.diagram("other", id: "other", projectID: "q", source: "Alice -> Bob: hello"))
            _ = try await store.diagrams.setDeleted(id: "d7", from: nil, to: Samples.time)
            #expect(try await store.projects.setOwner(id: "p", from: "ada", to: "bob"))
            #expect(try await store.diagrams.setOwner("bob", projectID: "p") == 60)
            #expect(try await store.diagrams.setOwner("bob", projectID: "p") == 0)
            #expect(try await store.diagrams.usage(ownerID: "bob").count == 60)
            #expect(try await store.diagrams.usage(ownerID: "ada").count == 1)
            #expect(try await store.diagrams.find(id: "d7")?.ownerID == "bob")
            #expect(try await store.diagrams.findRecent(ownerID: "bob", after: nil, limit: 99).count == 59)
            let deleted = try await store.diagrams.findDeleted(ownerID: "bob", after: nil, limit: 9)
            #expect(deleted.map(\.id) == ["d7"])
            // A change looks for the words where they are now.
            let diagram = try #require(try await store.diagrams.find(id: "d3"))
            #expect(try await store.diagrams.change(Samples.change(diagram, source: "Carol -> Dave: bye", name: "renamed"))?.ownerID == "bob")
            #expect(try await store.diagrams.remove(id: "d3"))
            #expect(try await store.diagrams.removeAll(ownerID: "bob") == 59)
            #expect(try await store.diagrams.usage(ownerID: "ada").count == 1)
        }
    }

    /// Whatever happens to diagrams, what somebody has is what can be added up.
    @Test(arguments: StoreKind.allCases)
    func whatSomebodyHasIsAddedUp(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            let diagrams = store.diagrams
            func bytes(_ owner: String) async throws -> StorageUsage { try await diagrams.usage(ownerID: owner) }
            #expect(try await bytes("ada") == StorageUsage(count: 0, bytes: 0))
            let first = Samples.diagram("a", projectID: "p", source: "Größe -> B: ä")
            try await diagrams.create(first)
            try await diagrams.create([Samples.diagram("b", projectID: "p", source: "x"), first])
            let layout = #"{"Alice":{"x":1,"y":2}}"#.utf8.count
            #expect(try await bytes("ada") == StorageUsage(count: 2, bytes: 2 * layout + 16 + 1))
            #expect(try await diagrams.usage(projectID: "p") == StorageUsage(count: 2, bytes: 2 * layout + 16 + 1))
            let longer = try #require(try await diagrams.change(Samples.change(first, source: "A -> B: longer by far", name: "other")))
            #expect(try await diagrams.change(Samples.change(first, source: "late")) == nil)
            _ = try await diagrams.change(DiagramChange(id: first.id, revision: longer.revision, layout: "{}", updatedAt: Samples.time))
            #expect(try await bytes("ada") == StorageUsage(count: 2, bytes: layout + 21 + 2 + 1))
            _ = try await diagrams.setDeleted(id: first.id, from: nil, to: Samples.time)
            #expect(try await diagrams.setOwner("bob", projectID: "p") == 2)
            #expect(try await bytes("ada") == StorageUsage(count: 0, bytes: 0))
            #expect(try await bytes("bob") == StorageUsage(count: 2, bytes: layout + 21 + 2 + 1))
            #expect(try await diagrams.remove(id: first.id))
            #expect(try await bytes("bob") == StorageUsage(count: 1, bytes: layout + 1))
            #expect(try await diagrams.removeAll(ownerID: "bob") == 1)
            #expect(try await bytes("bob") == StorageUsage(count: 0, bytes: 0))
        }
    }

    /// A save that has read whose the diagram was must not leave its words behind with that person.
    @Test(arguments: StoreKind.allCases)
    func savesBesideAHandOverLeaveTheWordsWithTheDiagram(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await store.projects.create(Samples.project("p", id: "p"))
            for number in 0..<12 {
                try await store.diagrams.create(Samples.diagram("d\(number)", id: "d\(number)", projectID: "p", source: "Alice -> Bob: start"))
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<12 {
                    group.addTask {
                        for step in 0..<12 {
                            guard let diagram = try await store.diagrams.find(id: "d\(number)") else { return }
                            _ = try await store.diagrams.change(Samples.change(diagram, source: "Alice -> Bob: word\(step % 3)"))
                        }
                    }
                }
                group.addTask {
                    for owner in ["bob", "ada", "bob", "ada", "bob"] { _ = try await store.diagrams.setOwner(owner, projectID: "p") }
                }
                try await group.waitForAll()
            }
            let words = SearchWords("word2")
            #expect(try await store.diagrams.search(words, in: SearchScope(ownerID: "ada"), limit: 99).isEmpty)
            #expect(try await store.diagrams.search(words, in: SearchScope(ownerID: "bob"), limit: 99).count == 12)
            #expect(try await store.diagrams.projectIDs(ownerID: "bob") == ["p"])
            #expect(try await store.diagrams.projectIDs(ownerID: "ada").isEmpty)
            #expect(try await store.diagrams.usage(projectID: "p").count == 12)
            #expect(try await store.diagrams.removeAll(ownerID: "bob") == 12)
        }
    }
}
