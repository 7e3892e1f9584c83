import Domain
import Foundation
import TestSupport
import Testing

@Suite("DiagramRepository.search")
struct DiagramSearchTests {
    @Test(arguments: StoreKind.allCases)
    func everyWordIsInNameOrSource(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await store.diagrams.create(Samples.diagram("Checkout", source: "User -> Shop.order(cart)\nShop -> Billing: Rechnung für Größe"))
            try await store.diagrams.create(
                Samples.diagram("Sign in", source: "User -> Auth: password\n// the user orders nothing\nAuth -> order_service: x"))
            try await store.diagrams.create(Samples.diagram("foreign", ownerID: "bob", source: "User -> Shop.order(cart)"))
            let expected: [(String, Set<String>)] = [
                ("user", ["Checkout", "Sign in"]), ("CART", ["Checkout"]), ("user cart", ["Checkout"]), ("checkout billing", ["Checkout"]),
                ("order_service", ["Sign in"]), ("user nowhere", []), ("größe", ["Checkout"]), ("grosse", []), ("", []), ("-> :", []),
                ("\"$where\" * OR", []),
            ]
            for (text, names) in expected {
                let hits = try await store.diagrams.search(SearchWords(text), ownerID: "ada", offset: 0, limit: 9)
                #expect(Set(hits.map(\.diagram.name)) == names, "\(text)")
            }
        }
    }

    @Test(arguments: StoreKind.allCases)
    func aNameCountsForMoreThanASource(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await store.diagrams.create(Samples.diagram("a", source: "Shop -> Billing: pay"))
            try await store.diagrams.create(Samples.diagram("Billing", source: "A -> B: hello"))
            let hits = try await store.diagrams.search(SearchWords("billing"), ownerID: "ada", offset: 0, limit: 9)
            #expect(hits.map(\.diagram.name) == ["Billing", "a"])
            #expect(hits.last?.snippet == "Shop -> Billing: pay")
            #expect(try await store.diagrams.search(SearchWords("billing"), ownerID: "ada", offset: 1, limit: 9).map(\.diagram.name) == ["a"])
        }
    }

    @Test(arguments: StoreKind.allCases)
    func changesAndTheTrashAreHeeded(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            let diagram = Samples.diagram("a", source: "before")
            try await store.diagrams.create(diagram)
            _ = try await store.diagrams.change(Samples.change(diagram, source: "after"))
            func found(_ text: String) async throws -> Int {
                try await store.diagrams.search(SearchWords(text), ownerID: "ada", offset: 0, limit: 9).count
            }
            #expect(try await found("before") == 0)
            #expect(try await found("after") == 1)
            _ = try await store.diagrams.setDeleted(id: diagram.id, ownerID: "ada", from: nil, to: Samples.time)
            #expect(try await found("after") == 0)
            _ = try await store.diagrams.remove(id: diagram.id, ownerID: "ada")
            #expect(try await found("after") == 0)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func aFullTrashHidesNothing(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await store.diagrams.create(Samples.diagram("in use", source: "common"))
            let trashed = (0..<500).map { number in
                var diagram = Samples.diagram("trashed \(number)", source: "common")
                diagram.deletedAt = Samples.time
                return StoredRecord.diagram(diagram)
            }
            try await store.records.put(trashed)
            let hits = try await store.diagrams.search(SearchWords("common"), ownerID: "ada", offset: 0, limit: 9)
            #expect(hits.map(\.diagram.name) == ["in use"])
        }
    }

    @Test func snippetsShowTheNeighbourhoodOnOneLine() {
        let source = String(repeating: "x\n", count: 100) + "Shop ->\n  Billing: pay" + String(repeating: " y", count: 100)
        let snippet = SearchWords("billing").snippet(of: source, length: 30)
        #expect(snippet.contains("Shop -> Billing: pay"))
        #expect(snippet.hasPrefix("…") && snippet.hasSuffix("…"))
        #expect(SearchWords("none").snippet(of: "a\nb") == "a b")
    }
}
