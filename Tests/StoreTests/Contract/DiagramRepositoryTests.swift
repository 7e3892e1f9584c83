import Domain
import Foundation
import TestSupport
import Testing

@Suite("DiagramRepository")
struct DiagramRepositoryTests {
    @Test(arguments: StoreKind.allCases)
    func aDiagramIsStoredWhole(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            let source = "// é 🛒\r\n\"A b\" -> B: \\ $where {\"x\": 1}\n" + String(repeating: "A -> B: long\n", count: 50_000)
            let diagram = Samples.diagram("Größe", source: source)
            try await store.diagrams.create(diagram)
            #expect(try await store.diagrams.find(id: diagram.id) == diagram)
            #expect(try await store.diagrams.find(id: "other") == nil)
            #expect(try await store.diagrams.usage(ownerID: "ada").count == 1)
            await #expect(throws: DuplicateKeyError(key: .id)) { try await store.diagrams.create(diagram) }
        }
    }

    @Test(arguments: StoreKind.allCases)
    func aChangeIsACompareAndSetOnTheRevision(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            let diagram = Samples.diagram("a")
            try await store.diagrams.create(diagram)
            var expected = diagram
            (expected.content.source, expected.revision, expected.updatedAt) = ("new", 2, Samples.time + 5)
            expected.history.changedBy = "ada"
            #expect(try await store.diagrams.change(Samples.change(diagram, source: "new")) == expected)
            #expect(try await store.diagrams.change(Samples.change(diagram, source: "late")) == nil)
            #expect(try await store.diagrams.find(id: diagram.id) == expected)
            let all = DiagramChange(
                id: diagram.id, revision: 2, projectID: "other", name: "B", source: "", layout: "{}", updatedAt: Samples.time + 6,
                changedBy: "bob", checkpointAt: Samples.time + 7)
            let changed = try await store.diagrams.change(all)
            #expect(changed?.projectID == "other" && changed?.name == "B" && changed?.source == "" && changed?.layout == "{}")
            #expect(changed?.history == .init(changedBy: "bob", checkpointAt: Samples.time + 7))
            let next = try await store.diagrams.change(DiagramChange(id: diagram.id, revision: 3, name: "C", updatedAt: Samples.time))
            #expect(next?.history == .init(changedBy: nil, checkpointAt: Samples.time + 7))
        }
    }

    /// Fifty writers that have seen the same revision: one of them counts.
    @Test(arguments: StoreKind.allCases)
    func ofParallelChangesOneIsMade(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            let diagram = Samples.diagram("a")
            try await store.diagrams.create(diagram)
            let made = try await withThrowingTaskGroup(of: Diagram?.self) { group in
                for index in 0..<50 { group.addTask { try await store.diagrams.change(Samples.change(diagram, source: "v\(index)")) } }
                var made: [Diagram] = []
                for try await diagram in group { if let diagram { made.append(diagram) } }
                return made
            }
            #expect(made.count == 1)
            #expect(try await store.diagrams.find(id: diagram.id) == made.first)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func theTrashHidesAndGivesBack(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            let diagrams = store.diagrams
            for name in ["a", "b", "c"] { try await diagrams.create(Samples.diagram(name)) }
            #expect(try await diagrams.setDeleted(id: "diagram-a", from: nil, to: Samples.time + 1))
            #expect(try await diagrams.setDeleted(id: "diagram-a", from: nil, to: Samples.time + 2) == false)
            #expect(try await diagrams.change(Samples.change(Samples.diagram("a"), source: "x")) == nil)
            var project = Samples.project("p", id: "project")
            project.deletedAt = Samples.time + 3
            try await store.projects.create(project)
            #expect(try await diagrams.findRecent(ownerID: "ada", after: nil, limit: 9).isEmpty)
            #expect(try await diagrams.findAll(ids: ["diagram-a", "diagram-b", "none"]).isEmpty)
            #expect(try await diagrams.find(id: "diagram-b")?.deletedAt == Samples.time + 3)
            #expect(try await diagrams.find(id: "diagram-a")?.deletedAt == Samples.time + 1)
            #expect(try await diagrams.change(Samples.change(Samples.diagram("b"), source: "x")) == nil)
            #expect(try await diagrams.found("hello").isEmpty)
            #expect(try await diagrams.findDeleted(ownerID: "ada", after: nil, limit: 9).map(\.name) == ["c", "b", "a"])
            let rest = try await diagrams.findDeleted(ownerID: "ada", after: ListPosition(.time(Samples.time + 3), id: "diagram-b"), limit: 9)
            #expect(rest.map(\.name) == ["a"])
            _ = try await store.projects.setDeleted(id: "project", from: Samples.time + 3, to: nil)
            #expect(try await diagrams.found("hello").count == 2)
            #expect(try await diagrams.findRecent(ownerID: "ada", after: nil, limit: 9).map(\.name) == ["c", "b"])
            #expect(try await diagrams.findAll(ids: ["diagram-a", "diagram-b", "none"]).map(\.name) == ["b"])
            #expect(try await diagrams.findAll(ids: []).isEmpty)
            #expect(try await diagrams.removeDeleted(before: Samples.time + 1) == 0)
            #expect(try await diagrams.removeDeleted(before: Samples.time + 2) == 1)
            #expect(try await diagrams.remove(id: "diagram-b"))
            #expect(try await diagrams.remove(id: "diagram-b") == false)
            try await diagrams.create(Samples.diagram("d", projectID: "other"))
            #expect(try await diagrams.removeAll(projectID: "project") == 1)
            #expect(try await diagrams.removeAll(ownerID: "ada") == 1)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func listsSayWhoChangedADiagramLast(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            let (own, other, unknown) = (Samples.diagram("a"), Samples.diagram("b"), Samples.diagram("c"))
            try await store.diagrams.create([own, other, unknown])
            _ = try await store.diagrams.change(Samples.change(own, source: "hello"))
            _ = try await store.diagrams.change(DiagramChange(id: other.id, revision: 1, name: "b", updatedAt: Samples.time, changedBy: "bob"))
            let ids = [own, other, unknown].map(\.id)
            let lists = [
                try await store.diagrams.findAll(projectID: "project", ListPage(.name, limit: 9)), try await store.diagrams.findAll(ids: ids),
                try await store.diagrams.findRecent(ownerID: "ada", after: nil, limit: 9), try await store.diagrams.found("hello").map(\.diagram),
            ]
            for list in lists {
                #expect(Dictionary(uniqueKeysWithValues: list.map { ($0.name, $0.changedBy) }) == ["a": "ada", "b": "bob", "c": nil])
            }
        }
    }

    @Test(arguments: StoreKind.allCases)
    func severalAreStoredOnce(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            let made = ["a", "b", "c"].map { Samples.diagram($0) }
            try await store.diagrams.create(Array(made.prefix(2)))
            let change = try await store.diagrams.change(Samples.change(made[0], source: "changed"))
            try await store.diagrams.create(made)
            try await store.diagrams.create([])
            #expect(try await store.diagrams.usage(ownerID: "ada").count == 3)
            #expect(try await store.diagrams.find(id: made[0].id) == change)
            #expect(try await store.diagrams.find(id: made[2].id) == made[2])
            #expect(try await store.diagrams.found("hello").count == 2)
        }
    }

    @Test(arguments: StoreKind.allCases, ListOrder.allCases)
    func pagesOfAProjectCoverEverythingOnce(_ kind: StoreKind, _ order: ListOrder) async throws {
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededRandom(seed: seed)
        try await kind.withStore { store in
            for index in 0..<30 {
                let time = Samples.time + Double(Int.random(in: 0..<3, using: &random))
                let name = ["a", "A", "b"].randomElement(using: &random) ?? ""
                try await store.diagrams.create(Samples.diagram(name, id: "d\(index)", at: time))
                try await store.diagrams.create(Samples.diagram(name, id: "e\(index)", projectID: "other", at: time))
            }
            var seen: [DiagramSummary] = []
            var position: ListPosition?
            while true {
                let page = ListPage(order, after: position, limit: Int.random(in: 1...7, using: &random))
                let found = try await store.diagrams.findAll(projectID: "project", page)
                guard let last = found.last else { break }
                seen += found
                position = ListPosition(order == .name ? .name(last.name.lowercased()) : .time(last.updatedAt), id: last.id)
            }
            #expect(seen.count == 30 && Set(seen.map(\.id)).count == 30, "seed \(seed)")
        }
    }

    @Test(arguments: StoreKind.allCases)
    func countsAreByProjectAndKindWithoutTheTrash(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            for name in ["a", "b", "c"] { try await store.diagrams.create(Samples.diagram(name)) }
            try await store.diagrams.create(Samples.diagram("d", projectID: "other"))
            _ = try await store.diagrams.setDeleted(id: "diagram-a", from: nil, to: Samples.time)
            #expect(try await store.diagrams.counts(projectIDs: ["project", "none"]) == ["project": ["sequence": 2]])
            #expect(try await store.diagrams.usage(ownerID: "ada").count == 4)
        }
    }
}
