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
}
