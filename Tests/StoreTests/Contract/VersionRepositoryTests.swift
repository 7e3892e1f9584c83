import Domain
import Foundation
import TestSupport
import Testing

@Suite("VersionRepository")
struct VersionRepositoryTests {
    @Test(arguments: StoreKind.allCases)
    func aVersionIsStoredWholeAndOnce(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            for id in ["d", "e"] { try await store.diagrams.create(Samples.diagram(id, id: id)) }
            let long = String(repeating: "A -> B: Größe 🛒\r\n", count: 40_000)
            let versions = [(1, ""), (2, "A -> B: hello"), (10, long)].map { Samples.version("d", revision: $0.0, source: $0.1) }
            for version in versions { try await store.versions.create(version) }
            try await store.versions.create(Samples.version("e", revision: 3))
            for version in versions { #expect(try await store.versions.find(diagramID: "d", revision: version.facts.revision) == version) }
            #expect(try await store.versions.find(diagramID: "d", revision: 3) == nil)
            #expect(try await store.versions.findAll(diagramID: "d") == versions.map(\.facts).reversed())
            try await store.versions.create(Samples.version("d", revision: 2, source: "other"))
            #expect(try await store.versions.find(diagramID: "d", revision: 2) == versions[1], "what is there stays")
            try await store.versions.removeUnnamed(diagramID: "d", revisions: [2, 10, 77])
            #expect(try await store.versions.findAll(diagramID: "d") == [versions[0].facts])
            try await store.versions.removeUnnamed(diagramID: "d", revisions: [])
            #expect(try await store.versions.findAll(diagramID: "e").count == 1)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func whatHasNoNameTakesOneOver(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await store.diagrams.create(Samples.diagram("d", id: "d"))
            try await store.versions.create(Samples.version("d", revision: 1))
            try await store.versions.create(Samples.version("d", revision: 1, label: "Release"))
            #expect(try await store.versions.findAll(diagramID: "d").map(\.label) == ["Release"])
            #expect(try await store.versions.findAll(diagramID: "d").map(\.reason) == [.named])
            try await store.versions.create(Samples.version("d", revision: 1, label: "Other"))
            try await store.versions.create(Samples.version("d", revision: 1))
            #expect(try await store.versions.findAll(diagramID: "d").map(\.label) == ["Release"])
            try await store.versions.removeUnnamed(diagramID: "d", revisions: [1])
            #expect(try await store.versions.findAll(diagramID: "d").count == 1, "a name may have been given meanwhile")
            #expect(try await store.versions.remove(diagramID: "d", revision: 1))
            #expect(try await !store.versions.remove(diagramID: "d", revision: 1))
        }
    }

    @Test(arguments: StoreKind.allCases)
    func versionsGoWithTheirDiagram(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            for name in ["a", "b"] {
                try await store.diagrams.create(Samples.diagram(name))
                try await store.versions.create(Samples.version("diagram-\(name)", revision: 1))
            }
            _ = try await store.diagrams.remove(id: "diagram-a")
            #expect(try await store.versions.findAll(diagramID: "diagram-a").isEmpty)
            #expect(try await store.versions.findAll(diagramID: "diagram-b").count == 1)
            _ = try await store.diagrams.removeAll(ownerID: "ada")
            #expect(try await store.versions.findAll(diagramID: "diagram-b").isEmpty)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func nothingIsKeptOfWhatIsGone(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await store.diagrams.create(Samples.diagram("d", id: "d"))
            _ = try await store.diagrams.remove(id: "d")
            try await store.versions.create(Samples.version("d", revision: 1, label: "late"))
            #expect(try await store.versions.findAll(diagramID: "d").isEmpty)
            for target in [AccessList.Target.project, .diagram] {
                #expect(try await !store.accessLists.store(AccessList(id: "d", target: target)))
            }
            #expect(try await store.accessLists.find(ids: ["d"]).isEmpty)
        }
    }
}
