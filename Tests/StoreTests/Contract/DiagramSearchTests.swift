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
                ("\"$where\" * OR", []), ("bill", ["Checkout"]), ("bill user", []), ("user bill", ["Checkout"]),
                ("grösse", []), ("Große", ["Checkout"]), ("s", ["Checkout", "Sign in"]),
            ]
            for (text, names) in expected {
                let hits = try await store.diagrams.found(text)
                #expect(Set(hits.map(\.diagram.name)) == names, "\(text)")
            }
        }
    }

    @Test(arguments: StoreKind.allCases)
    func aNameCountsForMoreThanASource(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await store.diagrams.create(Samples.diagram("a", source: "Shop -> Billing: pay"))
            try await store.diagrams.create(Samples.diagram("Billing", source: "A -> B: hello"))
            let hits = try await store.diagrams.found("billing")
            #expect(hits.map(\.diagram.name) == ["Billing", "a"])
            #expect(hits.last?.snippet == "Shop -> Billing: pay")
            #expect(try await store.diagrams.found("billing", limit: 1).map(\.diagram.name) == ["Billing"])
        }
    }

    /// Others are given a part of what somebody owns: where it has few diagrams they lead the search, where many the words.
    @Test(arguments: StoreKind.allCases, [3, 30])
    func aPartOfWhatSomebodyOwnsIsSearchedAlone(_ kind: StoreKind, _ shared: Int) async throws {
        try await kind.withStore { store in
            var made: [Diagram] = []
            for number in 0..<40 {
                let (name, project) = (number % 10 == 1 ? "hello \(number)" : "d\(number)", number < shared ? "shared" : "kept")
                made.append(Samples.diagram(name, id: "id-\(number)", projectID: project, at: Samples.time + Double(number)))
            }
            made.append(Samples.diagram("foreign", projectID: "shared", ownerID: "bob"))
            try await store.diagrams.create(made)
            func names(_ text: String, projects: Set<String> = [], diagrams: Set<String> = [], limit: Int = 99) async throws -> [String] {
                let part = SearchScope.Part(projectIDs: projects, diagramIDs: diagrams)
                return try await store.diagrams.found(text, in: part, limit: limit).map(\.diagram.name)
            }
            let inShared = made.prefix(shared).reversed().map(\.name)
            let expected = inShared.filter { $0.hasPrefix("h") } + inShared.filter { $0.hasPrefix("d") }
            #expect(try await names("hello", projects: ["shared"]) == expected)
            #expect(try await names("hello", projects: ["shared"], limit: 2) == Array(expected.prefix(2)))
            #expect(try await names("alice hel", projects: ["shared", "none"], diagrams: ["none"]) == expected)
            #expect(try await names("hello", projects: ["shared"], diagrams: ["id-0", "id-31", "id-39"]).prefix(2) == ["hello 31", expected[0]])
            #expect(try await names("hello", diagrams: ["id-32", "id-39", "diagram-foreign"]) == ["d39", "d32"])
            #expect(try await names("d39", projects: ["shared"]) == [])
            #expect(try await names("hello") == [], "a part of nothing")
            let hits = try await store.diagrams.search(
                SearchWords("hello"), in: SearchScope(ownerID: "ada", part: .init(diagramIDs: ["id-1"])), limit: 9)
            #expect(hits == [SearchHit(diagramID: "id-1", rank: 1, createdAt: made[1].createdAt)])
        }
    }

    @Test(arguments: StoreKind.allCases)
    func theTrashOfAPartIsLeftOut(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await store.projects.create(Samples.project("p", id: "shared"))
            for name in ["a", "b"] { try await store.diagrams.create(Samples.diagram(name, projectID: "shared")) }
            func found(_ part: SearchScope.Part) async throws -> [String] {
                try await store.diagrams.found("hello", in: part).map(\.diagram.name)
            }
            _ = try await store.diagrams.setDeleted(id: "diagram-a", from: nil, to: Samples.time)
            #expect(try await found(.init(projectIDs: ["shared"])) == ["b"])
            #expect(try await found(.init(diagramIDs: ["diagram-a"])) == [])
            _ = try await store.projects.setDeleted(id: "shared", from: nil, to: Samples.time)
            #expect(try await found(.init(projectIDs: ["shared"], diagramIDs: ["diagram-b"])) == [])
            #expect(try await store.diagrams.findAll(ids: ["diagram-b"], around: SearchWords("hello")).isEmpty)
        }
    }

    /// What is ranked is of the part, whatever else is newer.
    @Test(arguments: StoreKind.allCases)
    func newerOnesThatAreNotInThePartHideNothing(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            let old = (0..<450).map { Samples.diagram("old \($0)", projectID: "shared", at: Samples.time - 9) }
            let new = (0..<500).map { Samples.diagram("new \($0)") }
            try await store.records.put((old + new).map(StoredRecord.diagram))
            let part = SearchScope.Part(projectIDs: ["shared"])
            #expect(try await store.diagrams.found("hello", in: part, limit: 21).count == 21)
            #expect(try await store.diagrams.found("hello", in: .init(diagramIDs: ["diagram-old 7"])).map(\.diagram.name) == ["old 7"])
        }
    }

    /// A copy of a database brings them in the order of their ids.
    @Test(arguments: StoreKind.allCases)
    func theNewestComeFirstWheneverTheyWereStored(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            for age in [3, 1, 4, 2, 0] {
                let diagram = Samples.diagram("d\(age)", id: "id-\(age % 3)-\(age)", at: Samples.time - Double(age))
                if age.isMultiple(of: 2) { try await store.records.put([.diagram(diagram)]) } else { try await store.diagrams.create(diagram) }
            }
            let hits = try await store.diagrams.found("hello")
            #expect(hits.map(\.diagram.name) == ["d0", "d1", "d2", "d3", "d4"])
        }
    }

    @Test(arguments: StoreKind.allCases)
    func changesAndTheTrashAreHeeded(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            let diagram = Samples.diagram("a", source: "before")
            try await store.diagrams.create(diagram)
            _ = try await store.diagrams.change(Samples.change(diagram, source: "after"))
            func found(_ text: String) async throws -> Int {
                try await store.diagrams.found(text).count
            }
            #expect(try await found("before") == 0)
            #expect(try await found("after") == 1)
            _ = try await store.diagrams.setDeleted(id: diagram.id, from: nil, to: Samples.time)
            #expect(try await found("after") == 0)
            _ = try await store.diagrams.remove(id: diagram.id)
            #expect(try await found("after") == 0)
        }
    }

    /// Who guesses the revision that a change under way will make is refused or served, but what is found is what is there.
    @Test(arguments: StoreKind.allCases)
    func changesAtOnceAreFoundAsTheyAre(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            for round in 0..<100 {
                let diagram = Samples.diagram("d\(round)", source: "first")
                try await store.diagrams.create(diagram)
                async let second = store.diagrams.change(Samples.change(diagram, source: "second"))
                async let third = store.diagrams.change(Samples.change(diagram, source: "third", revision: diagram.revision + 1))
                _ = try await (second, third)
                let source = try await store.diagrams.find(id: diagram.id)?.source
                for word in ["first", "second", "third"] {
                    let hits = try await store.diagrams.found("d\(round) \(word)")
                    #expect(hits.contains { $0.diagram.id == diagram.id } == (source == word), "\(word) in \(source ?? "-")")
                }
            }
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
            let hits = try await store.diagrams.found("common")
            #expect(hits.map(\.diagram.name) == ["in use"])
        }
    }

    @Test(arguments: [
        ("Shop -> Order_1.Pay(x2)", ["shop", "order_1", "pay", "x2"]), ("pay PAY Pay", ["pay"]), ("Größe, ÉTÉ e\u{301}te\u{301}", ["große", "ete"]),
        ("a\u{2014}b ① x½y", ["a", "b", "①", "x½y"]), ("订单服务 заказ हिन्दी", ["订单服务", "заказ", "हिन्दी"]), ("🤖 -> :", []), ("", []),
        (String(repeating: "A", count: 70), [String(repeating: "a", count: 64)]),
        (String(repeating: "Ж", count: 70), [String(repeating: "ж", count: 64)]),
    ])
    func wordsAreRunsOfLettersDigitsAndUnderscores(_ text: String, _ words: [String]) {
        #expect(IndexedWords(text).words == words)
    }

    @Test(arguments: StoreKind.allCases)
    func ofVeryManyWordsTheFirstAreFound(_ kind: StoreKind) async throws {
        let source = (0..<30_000).map { "w\($0)" }.joined(separator: "\n")
        #expect(IndexedWords(source).words.count == IndexedWords.limit)
        try await kind.withStore { store in
            try await store.diagrams.create(Samples.diagram("a", source: source))
            for (word, count) in [("w1", 1), ("w9999", 1), ("w10000", 0), ("w29999", 0)] {
                #expect(try await store.diagrams.found(word).count == count, "\(word)")
            }
        }
    }

    /// Letters with thousands of marks are one character for Swift, and took a second.
    @Test func snippetsOfMarksTakeNoTime() {
        let marks = "e" + String(repeating: "\u{301}", count: 200_000)
        let start = ContinuousClock.now
        let snippet = SearchWords("eeee").snippet(of: marks + " eeee")
        #expect(snippet.unicodeScalars.count <= 122)
        #expect(ContinuousClock.now - start < .seconds(5), "it takes milliseconds")
    }

    @Test func snippetsShowTheNeighbourhoodOnOneLine() {
        let source = String(repeating: "x\n", count: 100) + "Shop ->\n  Billing: pay" + String(repeating: " y", count: 100)
        let snippet = SearchWords("billing").snippet(of: source, length: 30)
        #expect(snippet.contains("Shop -> Billing: pay"))
        #expect(snippet.hasPrefix("…") && snippet.hasSuffix("…"))
        #expect(SearchWords("none").snippet(of: "a\nb") == "a b")
    }

    /// Else whoever fills the endings of a word with their own could tell by what is missing which others there are.
    @Test(arguments: StoreKind.allCases)
    func theRestOfAStockChangesNothingInAPart(_ kind: StoreKind) async throws {
        try await kind.withStore { store in
            let hidden = (0..<20).map { "acme\(String(UnicodeScalar(UInt8(97 + $0))))" }.joined(separator: " ")
            try await store.diagrams.create(Samples.diagram("hidden", id: "hidden", projectID: "q", source: "Alice -> Bob: \(hidden)"))
            try await store.diagrams.create(Samples.diagram("shared", id: "shared", projectID: "p", source: "Alice -> Bob: acmezz"))
            let scope = SearchScope(ownerID: "ada", part: .init(projectIDs: ["p"]))
            #expect(try await store.diagrams.search(SearchWords("acme"), in: scope, limit: 9).map(\.diagramID) == ["shared"])
        }
    }
}
