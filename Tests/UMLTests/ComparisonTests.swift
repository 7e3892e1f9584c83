import Foundation
import Testing

@testable import UML

struct ComparisonTests {
    private static let seed = ProcessInfo.processInfo.environment["UML_EDIT_SEED"].flatMap(UInt64.init) ?? 20_261_127

    /// `+ label`, `- label`, `~ former → label` and `> label`.
    private static func lines(_ earlier: String, _ later: String, _ kind: DiagramKind = .sequence) -> [String] {
        comparison(earlier, later, kind).entries.map { entry in
            switch entry.change {
            case .added: "+ \(entry.after?.label ?? "")"
            case .removed: "- \(entry.before?.label ?? "")"
            case .changed: "~ \(entry.before?.label ?? "") → \(entry.after?.label ?? "")"
            case .moved: "> \(entry.after?.label ?? "")"
            }
        }
    }

    private static func comparison(_ earlier: String, _ later: String, _ kind: DiagramKind = .sequence) -> DiagramComparison {
        DiagramComparison(Document.parse(earlier, kind: kind), Document.parse(later, kind: kind))
    }

    @Test(arguments: [
        ("A -> B: one\n", "A->B:one\n\n", []),
        ("A -> B: one\n", "A -> B: one\nA -> B: two\n", ["+ A sends to B: two"]),
        // A count among equals is no identity: what is put in before others changes none of them.
        ("A -> B: one\nA -> B: two\n", "A -> B: zero\nA -> B: one\nA -> B: two\n", ["+ A sends to B: zero"]),
        ("A -> B: one\nA -> B: two\nA -> B: three\n", "A -> B: one\nA -> B: three\n", ["- A sends to B: two"]),
        ("A -> B: one\n", "A -> B: uno\n", ["~ A sends to B: one → A sends to B: uno"]),
        ("A\nB\nA -> B: one\nB -> A: two\nA -> B: three\n", "A\nB\nB -> A: two\nA -> B: one\nA -> B: three\n", ["> A sends to B: one"]),
        ("A -> B: one\n", "A -> B: one\nB -> C: two\n", ["+ Participant C", "+ B sends to C: two"]),
        ("if (x) { A -> B: one }\n", "if (y) { A -> B: one }\n", ["~ alt [x] → alt [y]"]),
        ("A\nB\nA -> B: one\n", "B\nA\nA -> B: one\n", ["> Participant B"]),
        ("", "A -> B: one\n", ["+ Participant A", "+ A sends to B: one", "+ Participant B"]),
    ])
    func sequencesAreComparedByTheirMessages(_ earlier: String, _ later: String, _ expected: [String]) {
        let lines = Self.lines(earlier, later)
        // Of two that have changed places it is one that has moved; which one means nothing.
        let other = expected.map {
            $0.replacing("> A sends to B: one", with: "> B sends to A: two").replacing("Participant B", with: "Participant A")
        }
        #expect(Set(lines) == Set(expected) || (expected.first?.hasPrefix(">") == true && lines == other), "\(lines)")
    }

    @Test(arguments: [
        ("class A\nclass B\n", "class B\nclass A\n", []),
        ("class A\nA --> B\n", "A --> B\n", []),
        ("class A\n", "interface A\n", ["~ class A → interface A"]),
        ("class A\nclass B\nA --> B\n", "class A\nclass B\nA --* B\n", nil),
        ("class Order\nOrder *-- Line\n", "class Purchase\nPurchase *-- Line\n", nil),
    ])
    func classesAreComparedByTheirNames(_ earlier: String, _ later: String, _ expected: [String]?) {
        let lines = Self.lines(earlier, later, .classes)
        if let expected { #expect(lines == expected) } else { #expect(!lines.isEmpty && !lines.contains { $0.contains("Line →") }) }
    }

    @Test(arguments: [
        (DiagramKind.classes, "A --> B\n", "A ..> B\n", "~ + dashed line"), (.classes, "A --> B\n", "A -- B\n", "~ - arrow at B"),
        (.classes, "A --|> B\n", "A ..|> B\n", "~ + dashed line"), (.classes, "A *-- B\n", "A *--> B\n", "~ + arrow at B"),
        (.classes, "A --> B\n", "A --x B\n", "~ - arrow at B + cross at B"),
        (.classes, "package P {\nclass A\n}\npackage Q {\n}\n", "package P {\n}\npackage Q {\nclass A\n}\n", "> - in package P + in package Q"),
        (.classes, "class A\nclass B\nnote right of A: hi\n", "class A\nclass B\nnote right of B: hi\n", "~ - about A + about B"),
        (.classes, "class A {\n id: Int\n}\n", "class A {\n {static} id: Int\n}\n", "~ + static: id: Int"),
        (.useCases, "package P {\nusecase U\n}\n", "usecase U\npackage P {\n}\n", "> - in package P"),
        (.sequence, "A\nB\nif (k) {\nA -> B: x\n}\nA -> B: z\n", "A\nB\nif (k) {\nA -> B: x\nA -> B: z\n}\n", "> + in alt [k]"),
        (
            .sequence, "if (k) {\nA -> B: x\nB -> A: y\n} else {\nA -> B: z\n}\n", "if (k) {\nA -> B: x\n} else {\nB -> A: y\nA -> B: z\n}\n",
            "> - in the case [k] of alt [k] [else] + in the case [else] of alt [k] [else]"
        ),
        (.sequence, "A -> B.x()\nB -> C: y\n", "A -> B.x() {\nB -> C: y\n}\n", "> + in A calls B: x()"),
    ])
    func whatNoWordOnThePictureSaysIsTold(_ kind: DiagramKind, _ earlier: String, _ later: String, _ expected: String) {
        let found = Self.comparison(earlier, later, kind).entries.map { entry in
            ([entry.change == .changed ? "~" : entry.change == .moved ? ">" : "?"] + entry.lost.map { "- \($0)" } + entry.gained.map { "+ \($0)" })
                .joined(separator: " ")
        }
        #expect(found.contains(expected), "\(found)")
    }

    @Test func whatStandsOnAClassIsTold() throws {
        let comparison = Self.comparison(
            "class A {\n +id: Int\n +name: String\n}\nA \"1\" -- \"*\" B\n",
            "class A {\n +id: Int\n +title: String\n +rank: Int\n}\nA \"1\" -- \"0..1\" B\n",
            .classes)
        let entry = try #require(comparison.entries.first)
        #expect(entry.change == .changed && entry.lost == ["+ name: String"] && entry.gained == ["+ title: String", "+ rank: Int"])
        let relation = try #require(comparison.entries.last)
        #expect(relation.lost == ["*"] && relation.gained == ["0..1"])
        let json = String(decoding: ComparisonJSON.write(comparison, SourceText("x"), SourceText("x")), as: UTF8.self)
        #expect(try JSONSerialization.jsonObject(with: Data(json.utf8)) is [String: Any])
    }

    /// Lines stay whole or broken: that means something in UML.
    @Test func coloursAloneAreAnothers() {
        let (short, long) = ("A -> B: one\n", "A -> B: one\nA -> B: two\n")
        let (shrunk, grown) = (Self.comparison(long, short), Self.comparison(short, long))
        for (marked, plain) in [(shrunk.before, long), (shrunk.after, short), (grown.before, short), (grown.after, long)] {
            let plain = Document.parse(plain).scene()
            #expect(marked.elements.count == plain.elements.count && marked.width == plain.width)
            for (one, other) in zip(marked.elements, plain.elements) {
                #expect(one.id == other.id && one.shapes.count == other.shapes.count)
                for case (.path(let path, let style), .path(let former, let before)) in zip(one.shapes, other.shapes) {
                    #expect(path == former && style.dash == before.dash)
                }
            }
        }
        let pictures = [shrunk, grown].map { String(decoding: ComparisonPicture.write($0, theme: .dark), as: UTF8.self) }
        #expect(pictures[0].contains("aria-label=\"removed: A sends to B: two\""))
        #expect(pictures[1].contains("aria-label=\"added: A sends to B: two\"") && pictures[1].contains("fill=\"#0f172a\""))
    }

    // MARK: Laws

    private static var gallery: [(kind: DiagramKind, source: String)] {
        get throws {
            try GalleryTests.names.map { name in
                let document = try GalleryTests.document(name)
                return (document.diagram.kind, document.source.string)
            }
        }
    }

    @Test func nothingDiffersFromItself() throws {
        for (kind, source) in try Self.gallery {
            let comparison = Self.comparison(source, source, kind)
            #expect(comparison.isEmpty, "\(source)")
            #expect(SVGWriter.write(comparison.after) == SVGWriter.write(Document.parse(source, kind: kind).scene(comparison.before.places)))
        }
    }

    /// What is there, less what was removed, with what was added, is what is there then; and the other way round.
    @Test func additionsAndRemovalsAddUp() throws {
        var random = SplitMix64(state: Self.seed)
        let gallery = try Self.gallery
        for _ in 0..<400 {
            let (kind, source) = gallery[Int(random.next() % UInt64(gallery.count))]
            var lines = source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            for _ in 0...(random.next() % 3) where !lines.isEmpty {
                let (from, to) = (Int(random.next() % UInt64(lines.count)), Int(random.next() % UInt64(lines.count)))
                switch random.next() % 3 {
                case 0: lines.remove(at: from)
                case 1: lines.insert(lines[from], at: to)
                default: lines.swapAt(from, to)
                }
            }
            let other = lines.joined(separator: "\n")
            let (there, back) = (Self.comparison(source, other, kind), Self.comparison(other, source, kind))
            func count(_ comparison: DiagramComparison, _ change: ElementChange) -> Int { comparison.entries.count { $0.change == change } }
            var numbers = WordNumbers()
            let (before, after) = (
                ComparedElements(there.before, [], &numbers).all.filter { !$0.label.isEmpty },
                ComparedElements(there.after, [], &numbers).all.filter { !$0.label.isEmpty }
            )
            #expect(before.count - count(there, .removed) + count(there, .added) == after.count, "seed \(Self.seed)\n\(source)\n---\n\(other)")
            #expect(count(back, .added) - count(back, .removed) == count(there, .removed) - count(there, .added))
            if there.isEmpty { #expect(Set(before.map(\.words)) == Set(after.map(\.words)), "\(source)\n---\n\(other)") }
        }
    }

    /// More than a table of all with all would be made for.
    @Test func aLargeDiagramIsComparedAsASmallOne() {
        let messages = (0..<3000).map { "A -> B: message \($0)\n" }
        let earlier = messages.joined()
        let clock = ContinuousClock()
        let drawing = clock.measure { _ = Document.parse(earlier).scene() }
        var found: [String] = []
        let comparing = clock.measure {
            found = Self.lines(earlier, "A -> B: first\n" + earlier.replacing("message 1500\n", with: "1500\n") + "A -> B: last\n")
        }
        #expect(
            found == [
                "+ A sends to B: first", "~ A sends to B: message 1500 → A sends to B: 1500", "+ A sends to B: last",
            ])
        #expect(comparing < drawing * 40)
    }

    /// All of their members are others: the work has an end.
    @Test func theWorkHasAnEnd() {
        func classes(_ letter: String) -> String {
            (0..<20).map { number in "class C\(number) {\n" + (0..<900).map { "\(letter)\($0)\n" }.joined() + "}\n" }.joined()
        }
        let clock = ContinuousClock()
        let drawing = clock.measure { _ = Document.parse(classes("a"), kind: .classes).scene() }
        let comparing = clock.measure { #expect(Self.comparison(classes("a"), classes("b"), .classes).entries.count == 20) }
        #expect(comparing < drawing * 40)
    }
}
