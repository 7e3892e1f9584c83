import Foundation
import Testing

@testable import UML

/// Class diagrams in PlantUML's notation.
struct ClassParserTests {
    private static func parse(_ source: String) -> (ClassDiagram, DiagnosticList) {
        let document = ClassDocument(SourceText(source))
        return (document.diagram, document.diagnostics)
    }

    @Test(arguments: [
        ("A -- B", LineEnd.none, LineEnd.none, false), ("A --> B", .none, .open, false), ("A <-- B", .open, .none, false),
        ("A <|-- B", .triangle, .none, false), ("A --|> B", .none, .triangle, false), ("A <|.. B", .triangle, .none, true),
        ("A *-- B", .composition, .none, false), ("A --* B", .none, .composition, false), ("A o-- B", .aggregation, .none, false),
        ("A --o B", .none, .aggregation, false), ("A x--> B", .cross, .open, false), ("A +-- B", .nesting, .none, false),
        ("A ..> B", .none, .open, true),
        ("A }o--|| B", .zeroOrMany, .one, false), ("A |o--|{ B", .zero, .oneOrMany, false), ("A ^-- B", .triangle, .none, false),
        ("A -up-> B", .none, .open, false), ("A -[#red,dashed]-> B", .none, .open, true), ("A *-down-> B", .composition, .open, false),
        ("A -left> B", .none, .open, false), ("A.->B", .none, .open, true), ("A-->B", .none, .open, false), ("A()--B", .ball, .none, false),
        ("\"A\" <|--o \"B\"", .triangle, .aggregation, false),
    ]) func arrowsAreRead(_ source: String, _ left: LineEnd, _ right: LineEnd, _ isDashed: Bool) throws {
        let (diagram, diagnostics) = Self.parse(source)
        #expect(diagnostics.diagnostics.isEmpty, "\(diagnostics.diagnostics)")
        let relationship = try #require(diagram.relationships.first)
        #expect(relationship.first.head == left && relationship.second.head == right && relationship.isDashed == isDashed)
        #expect(diagram.classifiers.map(\.name) == ["A", "B"])
    }

    @Test(arguments: [
        ("A \"1\" *-- \"0..*\" B : has >", "1" as String?, "0..*" as String?, "has ▸" as String?), ("A --> \"many\" B", nil, "many", nil),
        ("A \"a\\nb\" -- B : \"quoted\"", "a\nb", nil, "quoted"),
        ("A --> B : <<use>> it", nil, nil, "«use» it"), ("A --> B <<create>>", nil, nil, "«create»"), ("A \"1\"-->\"1\" B: glued", "1", "1", "glued"),
    ]) func endsAndLabelsAreRead(_ source: String, _ first: String?, _ second: String?, _ label: String?) throws {
        let relationship = try #require(Self.parse(source).0.relationships.first)
        #expect(relationship.first.text == first && relationship.second.text == second && relationship.label == label)
    }

    @Test(arguments: [
        ("class A", "A", "A", ClassifierKind.class), ("abstract class A", "A", "A", .abstractClass), ("abstract A", "A", "A", .abstractClass),
        ("Interface A {", "A", "A", .interface), ("enum A {}", "A", "A", .enumeration), ("class \"An A\" as A", "A", "An A", .class),
        ("class A as \"An A\"", "A", "An A", .class), ("class \"An A\"", "An A", "An A", .class), ("+class A", "A", "A", .class),
        ("class org.example.A", "org.example.A", "org.example.A", .class), ("class A<K, V> <<x>> #red", "A", "A", .class),
        ("object A", "A", "A", .object), ("class 払出", "払出", "払出", .class), ("class A::B", "A::B", "A::B", .class),
        ("class web-server", "web-server", "web-server", .class),
    ]) func classifiersAreRead(_ source: String, _ name: String, _ label: String, _ kind: ClassifierKind) throws {
        let classifier = try #require(Self.parse(source + (source.hasSuffix("{") ? "\n}" : "")).0.classifiers.first)
        #expect(classifier.name == name && classifier.label == label && classifier.kind == kind)
        let (diagram, diagnostics) = Self.parse(source + (source.hasSuffix("{") ? "\n}" : ""))
        #expect(diagram.classifiers.count == 1 && diagnostics.errorCount == 0, "\(diagnostics.diagnostics)")
    }

    @Test(arguments: [
        ("+ name : String", "name : String", Feature.Visibility.public as Feature.Visibility?, false, false, false),
        ("-{static} count", "count", .private, true, false, false), ("{abstract} #run()", "run()", .protected, false, true, true),
        ("~ log : Map<K, V> {readOnly}", "log : Map<K, V> {readOnly}", .package, false, false, false),
        ("main(args) {static}", "main(args)", nil, true, false, true),
        ("{field} f(x)", "f(x)", nil, false, false, false), ("{method} run", "run", nil, false, false, true),
        ("jobs chan struct{}", "jobs chan struct{}", nil, false, false, false),
    ]) func featuresAreRead(
        _ line: String, _ text: String, _ visibility: Feature.Visibility?, _ isStatic: Bool, _ isAbstract: Bool, _ isOperation: Bool
    ) throws {
        for source in ["class A {\n\(line)\n}", "class A\n{\n\(line)\n}", "class A {\(line)\n}", "A : \(line)"] {
            let feature = try #require(Self.parse(source).0.classifiers.first?.compartments.first?.features.first, "\(source)")
            #expect(feature.text == text && feature.visibility == visibility && feature.isOperation == isOperation, "\(source)")
            #expect(feature.isStatic == isStatic && feature.isAbstract == isAbstract, "\(source)")
        }
    }

    @Test func bodiesHaveCompartments() {
        let (diagram, _) = Self.parse("class A {\na\n--\nb\n== titled ==\nc()\n__\n}")
        #expect(diagram.classifiers[0].compartments.map(\.title) == [nil, nil, "titled", nil])
        #expect(diagram.classifiers[0].compartments.map { $0.features.map(\.text) } == [["a"], ["b"], ["c()"], []])
    }

    @Test func packagesNest() {
        let (diagram, diagnostics) = Self.parse(
            "package \"A a\" as A {\nclass X\nnamespace B {\nclass Y\n}\n}\npackage C\n{\n}\nclass Z\nX --> C\nnode Box")
        #expect(diagnostics.diagnostics.isEmpty, "\(diagnostics.diagnostics)")
        #expect(diagram.packages.map(\.label) == ["A a", "B", "C"] && diagram.packages.map(\.parent) == [nil, 0, nil])
        #expect(diagram.classifiers.map(\.name) == ["X", "Y", "Z", "C", "Box"])
        #expect(diagram.classifiers.map(\.package) == [0, 1, nil, nil, nil])
        #expect(diagram.classifiers[3].standsFor == .package(2))
    }

    @Test func notesAreRead() {
        let (diagram, diagnostics) = Self.parse(
            """
            class A
            note left of A : one\\nmore
            note right
              two
              lines
            end note
            note "three" as N
            N .. A
            A --> B
            note on link #red: four
            note as M
            five
            end note
            """)
        #expect(diagnostics.diagnostics.isEmpty, "\(diagnostics.diagnostics)")
        #expect(diagram.notes.map(\.text) == ["one\nmore", "two\nlines", "three", "five"])
        #expect(diagram.notes.map(\.classifiers) == [[0], [0], [], []])
        #expect(diagram.relationships.last?.label == "four")
    }

    @Test func supertypesAreRead() {
        let (diagram, _) = Self.parse("class C<T extends D> extends A implements I, J {\n}")
        #expect(diagram.classifiers.map(\.name) == ["C", "A", "I", "J"] && diagram.classifiers[0].typeParameters == "T extends D")
        #expect(diagram.relationships.map(\.isDashed) == [false, true, true] && diagram.classifiers[2].kind == .interface)
        #expect(diagram.relationships.allSatisfy { $0.first.head == .triangle && $0.second.classifier == 0 })
    }

    @Test(arguments: [
        ("skinparam monochrome true", "not-drawn"), ("skinparam class {\nx y\n}", "not-drawn"), ("!include x.puml", "not-included"),
        ("!theme plain", "not-drawn"), ("nothing of this kind at all", "unexpected-text"),
        ("A -->", "missing-end"), ("class A {\nx", "unclosed-body"), ("package P {\nclass A", "unclosed-package"), ("}", "unexpected-brace"),
        ("class A\nnote left of A\nx", "unclosed-text"), ("/' never closed\nclass A", "unclosed-comment"),
        ("<style>\na {}\n</style>", "not-drawn"), ("note on link : x", "missing-link"),
    ]) func whatIsNotUnderstoodIsTold(_ source: String, _ code: String) {
        let (_, diagnostics) = Self.parse(source)
        #expect(diagnostics.diagnostics.map(\.code) == [code], "\(source)")
        #expect(diagnostics.diagnostics.allSatisfy { $0.hint != nil })
    }

    @Test func aCommentAtTheEndOfALineIsNoPartOfIt() {
        let diagram = ClassDocument(
            SourceText("class A /' one '/\nA --> B : sells /' always '/\ntitle T /' of x '/\nB : f /' it's '/\n/' '/ class C")
        ).diagram
        #expect(diagram.classifiers.map(\.label) == ["A", "B", "C"])
        #expect(diagram.relationships[0].name == "sells")
        #expect(diagram.title?.text == "T")
        #expect(diagram.classifiers[1].compartments.flatMap(\.features).count == 1)
    }

    @Test func whatSurroundsTheDiagramDoesNotCount() {
        let (diagram, diagnostics) = Self.parse(
            "/* a licence */\nSome words.\n@startuml A name\r\n' comment\r\nclass A\r\n/' x\n y '/\n@enduml trailing\nclass B")
        #expect(diagnostics.diagnostics.isEmpty)
        #expect(diagram.classifiers.map(\.name) == ["A"])
    }

    /// Words of the notation are names, too, where an arrow follows.
    @Test(arguments: [
        "Actor o-- Token", "Card \"1\" --> \"1\" Client", "Note \"1\" -- \"*\" User", "Map \"1\" --> Content", "Object --> Other", "node --> cloud",
    ])
    func aWordIsANameBeforeAnArrow(_ source: String) {
        let (diagram, diagnostics) = Self.parse(source)
        #expect(diagram.relationships.count == 1 && diagram.classifiers.count == 2 && diagram.notes.isEmpty, "\(diagram.classifiers.map(\.name))")
        #expect(diagnostics.diagnostics.isEmpty)
    }

    @Test(arguments: [
        ("package X { }\nclass A", 1), ("header\na\nend header\nclass A", 1), ("note right of A<T>::m : x\nclass B", 2),
        ("hide methods\nclass A {\nm()\n}", 1),
        ("() Foo - Bar", 2), ("class N\nnote \"x\" as N", 1),
    ]) func nothingIsSwallowed(_ source: String, _ count: Int) {
        let (diagram, diagnostics) = Self.parse(source)
        #expect(diagram.classifiers.filter { $0.standsFor == nil }.count == count, "\(diagram.classifiers.map(\.name))")
        #expect(diagnostics.errorCount == 0 && diagram.classifiers.allSatisfy { $0.package == nil })
    }

    /// Each took a time that grew with its square, or ran over a number of 32 bits.
    @Test(.timeLimit(.minutes(1)), arguments: 0..<8) func hostileTextsAreReadAndDrawn(_ number: Int) {
        let names = (0..<60_000).map { "c\($0)" }.joined(separator: ",")
        let sources = [
            "A : " + String(repeating: "{", count: 1 << 19), String(repeating: "/'\n", count: 1 << 18), "class A extends \(names)",
            "class A\n" + String(repeating: "note left:x\n", count: 40_000), "A --> B\n" + String(repeating: "note on link:x\n", count: 40_000),
            "package P {\nclass A\nclass B\n}\nA \(String(repeating: "-", count: 100_000)) B",
            (0..<999).map { "A --> B\($0 % 2)_\($0)\nC --> B\($0 % 2)_\($0)\n" }.joined(),
            (0..<190).map { "package P\($0) {\nclass T\($0)\nclass U\($0)\n}\nT\($0) ------------ U\($0)\n" }.joined() + "T1 --> U2\nT2 --> U3",
        ]
        #expect(!SVGWriter.write(Document.parse(sources[number], kind: .classes).scene()).isEmpty)
    }

    /// Any bytes give a diagram and a picture, in a time that grows with them.
    @Test func bentTextsAreDrawn() throws {
        let sources = try GalleryTests.names.filter { $0.hasSuffix(".puml") }.map {
            Array(try Data(contentsOf: GalleryTests.folder.appending(path: $0)))
        }
        #expect(sources.count > 10)
        for seed in UInt64(0)..<1_000 {
            var mutator = Mutator(seed: seed, corpus: sources)
            let bent = mutator.next()
            let document = Document.parse(SourceText(bytes: bent), kind: .classes)
            #expect(!SVGWriter.write(document.scene()).isEmpty, "seed \(seed)")
        }
    }

    @Test(arguments: [("A - B", true), ("A -> B", true), ("A -left-> B", false), ("A -- B", false), ("A <|- B", true), ("A .> B", true)])
    func oneStrokeIsLevel(_ source: String, _ isLevel: Bool) { #expect(Self.parse(source).0.relationships.first?.isLevel == isLevel) }

    @Test(arguments: ["left to right direction\nA -- B", "A -- B\nLeft To Right Direction"]) func aDiagramMayRunToTheRight(_ source: String) {
        #expect(Self.parse(source).0.isSideways)
        #expect(!Self.parse(source + "\ntop to bottom direction").0.isSideways)
    }

    @Test(arguments: [
        ("A -- B\n(A, B) .. C", 1), ("A -- B\n(B,A) . C", 1), ("A -- B\nC .. (A, B)", 1), ("(A, B) .. C", 1), ("A -- D\n( A , B ) -- C", 2),
    ])
    func anAssociationClassBelongsToARelation(_ source: String, _ relationships: Int) {
        let diagram = Self.parse(source).0
        #expect(diagram.relationships.count == relationships)
        #expect(diagram.associationClasses.count == 1)
        #expect(diagram.associationClasses.first?.relationship == relationships - 1)
        #expect(diagram.associationClasses.first.map { diagram.classifiers[$0.classifier].name } == "C")
    }

    @Test(arguments: [("left", Side.left), ("right", .right), ("top", .up), ("bottom", .down)])
    func aNoteKnowsItsSide(_ word: String, _ side: Side) { #expect(Self.parse("class A\nnote \(word) of A : text").0.notes.first?.side == side) }

    @Test(arguments: [
        ("hide A", ["B", "C"]), ("remove A", ["B", "C"]), ("hide $x", ["A", "C"]), ("hide <<y>>", ["A", "B"]), ("hide @unlinked", ["A", "B"]),
        ("hide *\nshow A", ["A"]), ("remove *\nrestore $x", ["B"]), ("hide members", ["A", "B", "C"]), ("hide circle", ["A", "B", "C"]),
        ("hide empty members", ["A", "B", "C"]), ("hide D", ["A", "B", "C"]),
    ])
    func whatIsHiddenIsNotDrawn(_ directive: String, _ expected: [String]) {
        let source = "\(directive)\nclass A\nclass B $x\nclass C <<y>>\nA --> B"
        let elements = Document.parse(source, kind: .classes).scene().elements
        #expect(elements.filter { $0.part == .classifier }.map(\.id) == expected)
        #expect(elements.contains { $0.part == .relationship } == (expected.contains("A") && expected.contains("B")))
    }

    @Test(arguments: [
        ("header Top", "header|Top"), ("left footer Page", "footer|Page"), ("caption Figure 1", "caption|Figure 1"),
        ("legend\none\ntwo\nend legend", "legend|one\ntwo"),
        ("legend top left\n  one\nendlegend", "legend|one"), ("legend one line", "legend|one line"), ("center header\nTop\nend header", "header|Top"),
    ])
    func textsStandAroundTheDiagram(_ source: String, _ expected: String) {
        let (diagram, diagnostics) = Self.parse(source + "\nclass A")
        #expect(diagram.surroundingTexts.map { "\($0.kind.rawValue)|\($0.text)" } == [expected])
        #expect(diagnostics.diagnostics.isEmpty)
    }

    @Test(arguments: ["class Legend\nLegend --> B", "class Caption\nCaption : text", "Header -- Footer"]) func namesAreNoTexts(_ source: String) {
        #expect(Self.parse(source).0.surroundingTexts.isEmpty)
    }

    @Test(arguments: [("A --> B\nclass A\nnote left: x", "A"), ("class X extends Y\nnote right: x", "X"), ("A --> B\nnote left: x", "B")])
    func aNoteIsAboutWhatWasDeclaredLast(_ source: String, _ name: String) {
        let diagram = Self.parse(source).0
        #expect(diagram.notes.first?.classifiers.map { diagram.classifiers[$0].name } == [name])
    }
}
