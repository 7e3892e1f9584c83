import Domain
import TestSupport
import Testing

/// The index of words says at any time what the diagrams themselves say.
@Suite("DiagramRepository.search after any changes")
struct DiagramWordsLawTests {
    private static let alphabet = ["cart", "Cart", "carts", "Größe", "order_1", "x", "订单", "é", "-", "->", "\n"]

    @Test(arguments: StoreKind.allCases)
    func findsWhatIsThere(_ kind: StoreKind) async throws {
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededRandom(seed: seed)
        try await kind.withStore { store in
            var present: [String: Diagram] = [:]
            for step in 0..<120 {
                try await change(&present, in: store, step: step, random: &random)
                let query = text(&random)
                let words = SearchWords(query)
                let hits = try await store.diagrams.found(query)
                let expected = present.values.filter { $0.deletedAt == nil && Self.has(words, $0) }
                #expect(Set(hits.map(\.diagram.id)) == Set(expected.map(\.id)), "seed \(seed), step \(step): \(query)")
                #expect(hits.count == expected.count, "seed \(seed), step \(step): \(query)")
            }
        }
    }

    private func change(_ present: inout [String: Diagram], in store: any Store, step: Int, random: inout SeededRandom) async throws {
        let some = present.values.sorted { $0.id < $1.id }.randomElement(using: &random)
        switch (Int.random(in: 0..<6, using: &random), some) {
        case (0...2, let diagram?) where diagram.deletedAt == nil:
            let (name, source) = (Bool.random(using: &random) ? text(&random) : nil, Bool.random(using: &random) ? text(&random) : nil)
            let changed = try await store.diagrams.change(Samples.change(diagram, source: source, name: name))
            #expect(changed != nil)
            present[diagram.id] = changed
        case (3, let diagram?):
            let to = diagram.deletedAt == nil ? Samples.time : nil
            #expect(try await store.diagrams.setDeleted(id: diagram.id, from: diagram.deletedAt, to: to))
            present[diagram.id]?.deletedAt = to
        case (4, let diagram?):
            var copied = Samples.diagram(text(&random), id: diagram.id, source: text(&random))
            copied.deletedAt = diagram.deletedAt
            try await store.records.put([.diagram(copied)])
            present[diagram.id] = copied
        case (5, let diagram?) where present.count > 8:
            #expect(try await store.diagrams.remove(id: diagram.id))
            present[diagram.id] = nil
        default:
            let made = Samples.diagram(text(&random), id: "diagram-\(step)", source: text(&random))
            try await store.diagrams.create(made)
            present[made.id] = made
        }
    }

    private func text(_ random: inout SeededRandom) -> String {
        (0..<Int.random(in: 1...4, using: &random)).map { _ in Self.alphabet.randomElement(using: &random) ?? "" }.joined(separator: " ")
    }

    private static func has(_ search: SearchWords, _ diagram: Diagram) -> Bool {
        guard let last = search.words.last else { return false }
        let words = IndexedWords(diagram.name).words + IndexedWords(diagram.source).words
        return search.words.dropLast().allSatisfy(words.contains) && words.contains { $0.hasPrefix(last) }
    }
}
