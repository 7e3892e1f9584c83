import Testing

@testable import UML

/// Use case diagrams: what is understood, and where it stands.
struct UseCaseTests {
    private static func parse(_ source: String) -> (diagram: ClassDiagram, codes: [String]) {
        let document = ClassDocument(SourceText(source), .useCases)
        return (document.diagram, document.diagnostics.diagnostics.map(\.code))
    }

    private static func describe(_ classifier: Classifier) -> String {
        "\(classifier.kind.rawValue)\(classifier.isBusiness ? "/" : "") \(classifier.name)|\(classifier.label)"
    }

    @Test(arguments: [
        ("actor User", "actor User|User"), ("actor \"A user\" as U", "actor U|A user"), ("actor :A user: as U", "actor U|A user"),
        (":A user:", "actor A user|A user"), (":A user: as U", "actor U|A user"), ("\"Main Admin\" as Admin", "actor Admin|Main Admin"),
        ("actor/ Boss", "actor/ Boss|Boss"), (":Boss:/", "actor/ Boss|Boss"), ("usecase Use", "usecase Use|Use"), ("(Use)", "usecase Use|Use"),
        ("(Use it) as U", "usecase U|Use it"), ("usecase (Use it) as U", "usecase U|Use it"), ("\"Use it\" as (U)", "usecase U|Use it"),
        ("usecase U as \"Use\\nit\"", "usecase U|Use\nit"), ("usecase/ U", "usecase/ U|U"), ("(U)/", "usecase/ U|U"),
        ("usecase U as \"Use\nit\"", "usecase U|Use\nit"), ("usecase U as \"\n  Use\n  --\n  it\n\" #red", "usecase U|Use\n--\nit"),
        ("( Use it )", "usecase Use it|Use it"), ("() API", "circle API|API"), ("class C", "class C|C"), ("User << Human >>", "actor User|User"),
        ("<> d", "diamond d|d"), ("[Web]", "class Web|Web"),
    ])
    func anElementIsUnderstood(_ source: String, _ expected: String) {
        let (diagram, codes) = Self.parse(source)
        #expect(diagram.classifiers.map(Self.describe) == [expected])
        #expect(codes.isEmpty)
    }

    @Test(arguments: [
        ("User --> (Use)", ["actor User|User", "usecase Use|Use"]), (":User: -- (Use)/ : often", ["actor User|User", "usecase/ Use|Use"]),
        ("(A) .> (B) : <<include>>", ["usecase A|A", "usecase B|B"]), ("(A) --> :B:", ["usecase A|A", "actor B|B"]),
        ("User --> (Create, Update)", ["actor User|User", "usecase Create, Update|Create, Update"]),
        ("(Use) as U\nUser --> U", ["usecase U|Use", "actor User|User"]), ("(U) -- User\nactor User #red", ["usecase U|U", "actor User|User"]),
        ("rectangle S {\n  (U)\n}\nS <-- A", ["usecase U|U", "actor S|S", "actor A|A"]),
    ])
    func aRelationNamesWhatItConnects(_ source: String, _ expected: [String]) {
        let diagram = Self.parse(source).diagram
        #expect(diagram.classifiers.map(Self.describe) == expected)
        #expect(diagram.relationships.count == 1)
    }

    @Test(arguments: [
        ("usecase U as \"never\nended", "unclosed-text"), (":A: --> ", "missing-end"), ("A ->", "missing-end"), ("(A", "unexpected-text"),
    ])
    func whatIsNotUnderstoodIsTold(_ source: String, _ code: String) { #expect(Self.parse(source).codes.contains(code)) }

    // MARK: Where all stands

    private static func boxes(_ source: String) -> [String: Rectangle] {
        let document = Document.parse(source, kind: .useCases)
        var boxes: [String: Rectangle] = [:]
        for element in document.scene().elements {
            for shape in element.shapes { boxes[element.id] = boxes[element.id] ?? box(shape) }
        }
        return boxes
    }

    /// A use case's ellipse, an actor's head, a subject's frame.
    private static func box(_ shape: Shape) -> Rectangle? {
        switch shape {
        case .rectangle(let box, _, _): box
        case .ellipse(let center, let radiusX, let radiusY, _):
            Rectangle(x: center.x - radiusX, y: center.y - radiusY, width: 2 * radiusX, height: 2 * radiusY)
        case .path, .text: nil
        }
    }

    @Test func actorsStandOnBothSidesOfTheSubject() throws {
        let boxes = Self.boxes("actor A\nrectangle S {\n  (U)\n  (V)\n}\nA --> (U)\n(U) ..> (V) : <<include>>\n(U) --> B")
        let subject = try #require(boxes[":package S"])
        #expect(try #require(boxes["A"]).maximumX < subject.x)
        #expect(try #require(boxes["B"]).x > subject.maximumX)
        #expect(try #require(boxes["U"]).maximumX < #require(boxes["V"]).x)
    }

    @Test func whatExtendsStandsBehindWhatItExtends() throws {
        let boxes = Self.boxes("A --> (U)\n(V) .> (U) : <<extend>>\nA --> (V)")
        #expect(try #require(boxes["U"]).maximumX < #require(boxes["V"]).x)
    }

    @Test func specialActorsStandBelowGeneralOnes() throws {
        let boxes = Self.boxes("User <|-- Admin\nUser <|-- Guest\nAdmin --> (Use)")
        let (user, admin, guest) = try (#require(boxes["User"]), #require(boxes["Admin"]), #require(boxes["Guest"]))
        #expect(user.maximumY < admin.y && admin.maximumY < guest.y)
        #expect(user.x == admin.x)
    }

    @Test(arguments: [("A --> (U)", true), ("top to bottom direction\nA --> (U)", false), ("A -down-> (U)", false), ("A -right-> (U)", true)])
    func columnsAreTheRule(_ source: String, _ isSideways: Bool) throws {
        let boxes = Self.boxes(source)
        let (actor, useCase) = try (#require(boxes["A"]), #require(boxes["U"]))
        #expect((actor.maximumX < useCase.x) == isSideways)
        #expect((actor.maximumY < useCase.y) == !isSideways)
    }

    /// Whatever the row holds, each generalization has a line and a triangle.
    @Test(arguments: [
        "actor A\nactor B\nactor Y\nactor Z\nY <|-- Z\nA <|-- B\nA <|-- Y\nA <|-- Z", "actor D\nD <|-- C\nA <|-- B\nA <|-- C",
        "A <|-- X\nA <|-- Y\nA <|-- X",
        "actor D\nD <|-- G\nD <|-- B\nD <|-- A\nB -|> A : x", "A <|-- B\nB <|-- A\nA <|-- C\nC <|-- A",
    ])
    func eachGeneralizationIsDrawn(_ source: String) {
        let document = Document.parse(source + "\nA --> (U)", kind: .useCases)
        for element in document.scene().elements where element.part == .relationship {
            #expect(!element.shapes.isEmpty, "\(element.id) in \(source)")
        }
    }

    /// One for those that are drawn as one, one for each of the others.
    @Test(arguments: [
        ("A <|-- B", 1), ("A <|-- B\nA <|-- C", 1), ("actor D\nD <|-- C\nA <|-- B\nA <|-- C", 3), ("(A) <|-- (B)\n(A) <|-- (C)", 2),
        ("A <|-- B\nB <|-- C", 2),
    ])
    func eachArrowHasItsTriangle(_ source: String, _ count: Int) {
        let shapes = Document.parse(source + "\nA --> (U)", kind: .useCases).scene().elements.filter { $0.part == .relationship }.flatMap(\.shapes)
        let triangles = shapes.filter { if case .path(let segments, _) = $0 { segments.last == .close } else { false } }
        #expect(triangles.count == count)
    }
}
