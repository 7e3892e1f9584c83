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
            #expect(try await store.diagrams.count(ownerID: "bob") == 60)
            #expect(try await store.diagrams.count(ownerID: "ada") == 1)
            #expect(try await store.diagrams.find(id: "d7")?.ownerID == "bob")
            #expect(try await store.diagrams.findRecent(ownerID: "bob", after: nil, limit: 99).count == 59)
            let deleted = try await store.diagrams.findDeleted(ownerID: "bob", after: nil, limit: 9)
            #expect(deleted.map(\.id) == ["d7"])
            // A change looks for the words where they are now.
            let diagram = try #require(try await store.diagrams.find(id: "d3"))
            #expect(try await store.diagrams.change(Samples.change(diagram, source: "Carol -> Dave: bye", name: "renamed"))?.ownerID == "bob")
            #expect(try await store.diagrams.remove(id: "d3"))
            #expect(try await store.diagrams.removeAll(ownerID: "bob") == 59)
            #expect(try await store.diagrams.count(ownerID: "ada") == 1)
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
            #expect(try await store.diagrams.count(projectID: "p") == 12)
            #expect(try await store.diagrams.removeAll(ownerID: "bob") == 12)
        }
    }
}
