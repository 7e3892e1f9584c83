import Testing

@testable import UML

/// Each command of a class diagram changes the text as a person would.
struct ClassCommandTests {
    private static let shop = """
        ' Who buys what
        class Customer {
          name : String
          ' the first one counts
          - {static} count : Int
        }
        interface Payable
        class "Order line" as Line <<value>> #eee
        ' The heart of it
        package Shop {
          class Order
        }
        Customer "1" o-- "*" Order : places
        Order *-[#red]-> Line
        class Rush extends Order, Express
        note right of Order : frozen

        """

    struct Case: CustomTestStringConvertible, Sendable {
        var command: [String]
        /// What of the text becomes what.
        var replacements: [(old: String, new: String)]

        init(_ command: String..., old: String, new: String) { (self.command, replacements) = (command, [(old, new)]) }

        var testDescription: String { command.joined(separator: " ") }
    }

    private static let end = "note right of Order : frozen\n"

    private static let connecting: [Case] = [
        Case("connect", "association", "Customer", "Line", old: end, new: end + "Customer -- Line\n"),
        Case("connect", "directedAssociation", "Customer", "Line", old: end, new: end + "Customer --> Line\n"),
        Case("connect", "aggregation", "Customer", "Line", old: end, new: end + "Customer o-- Line\n"),
        Case("connect", "composition", "Order", "Customer", old: end, new: end + "Order *-- Customer\n"),
        Case("connect", "generalization", "Rush", "Customer", old: end, new: end + "Customer <|-- Rush\n"),
        Case("connect", "realization", "Order", "Payable", old: end, new: end + "Payable <|.. Order\n"),
        Case("connect", "dependency", "Order", "Order", old: end, new: end + "Order ..> Order\n"),
        Case("connect", "include", "Order", "Line", old: end, new: end + "Order ..> Line : <<include>>\n"),
        Case("connect", "nesting", "Order", "Line", old: end, new: end + "Order +-- Line\n"),
        Case("connect", "dependency", "Customer", ":package Shop", old: end, new: end + "Customer ..> Shop\n"),
        Case("changeRelationship", "Customer/Order", "composition", old: "o--", new: "*--"),
        Case("changeRelationship", "Customer/Order", "dependency", old: "o--", new: "..>"),
        Case("changeRelationship", "Customer/Order", "include", old: "o-- \"*\" Order : places", new: "..> \"*\" Order : <<include>>\\nplaces"),
        Case("changeRelationship", "Order/Line", "realization", old: "*-[#red]->", new: ".[#red].|>"),
        Case(
            "changeRelationship", "Order/Rush", "composition", old: " extends Order, Express\n" + end,
            new: " extends Express\n" + end + "Order --* Rush\n"),
        Case("reverse", "Order/Line", old: "*-[#red]->", new: "<-[#red]-*"),
        Case("reverse", "Customer/Order", old: "\"1\" o-- \"*\"", new: "\"1\" --o \"*\""),
        Case("attach", "Customer/Order", "second", "Line", old: "Order : places", new: "Line : places"),
        Case("attach", "Customer/Order", "first", "Payable", old: "Customer \"1\"", new: "Payable \"1\""),
        Case("changeEnd", "Customer/Order", "first", "0..1", old: "\"1\"", new: "\"0..1\""),
        Case("changeEnd", "Customer/Order", "second", "", old: " \"*\" Order", new: " Order"),
        Case("changeEnd", "Order/Line", "second", "1..*\nlines", old: "-> Line", new: "-> \"1..*\\nlines\" Line"),
        Case("changeEnd", "Order/Line", "first", "1", old: "Order *", new: "Order \"1\" *"),
        Case("changeWords", "Customer/Order", "orders", old: ": places", new: ": orders"),
        Case("changeWords", "Customer/Order", "", old: " : places", new: ""),
        Case("changeWords", "Order/Line", "has", old: "-> Line", new: "-> Line : has"),
    ]

    private static let features: [Case] = [
        Case("insertFeature", "Customer", "0", "+ id : UUID", old: "  name", new: "  + id : UUID\n  name"),
        Case("insertFeature", "Customer", "1", "+ id : UUID", old: "String\n", new: "String\n  + id : UUID\n"),
        Case("insertFeature", "Customer", "2", "find(id)", old: "count : Int\n", new: "count : Int\n  find(id)\n"),
        Case("insertFeature", "Payable", "0", "pay()", old: "interface Payable", new: "interface Payable {\n  pay()\n}"),
        Case("insertFeature", "Order", "0", "total", old: "  class Order", new: "  class Order {\n    total\n  }"),
        Case("insertFeature", "Express", "0", "hours", old: end, new: end + "Express : hours\n"),
        Case("changeFeature", "Customer", "1", "# {abstract} count()", old: "- {static} count : Int", new: "# {abstract} count()"),
        Case("removeFeature", "Customer", "0", old: "  name : String\n", new: ""),
        Case(
            "moveFeature", "Customer", "0", "1", old: "  name : String\n  ' the first one counts\n  - {static} count : Int\n",
            new: "  ' the first one counts\n  - {static} count : Int\n  name : String\n"),
        Case(
            "moveFeature", "Customer", "1", "0", old: "  name : String\n  ' the first one counts\n  - {static} count : Int\n",
            new: "  - {static} count : Int\n  name : String\n  ' the first one counts\n"),
    ]

    private static let elements: [Case] = [
        Case("addClassifier", "enum", "State", ":package Shop", old: "  class Order\n", new: "  class Order\n  enum State\n"),
        Case("addClassifier", "class", "Two words", "", old: end, new: end + "class \"Two words\"\n"),
        Case("addPackage", "package", "Depot", "", old: end, new: end + "package Depot {\n}\n"),
        Case("addPackage", "frame", "Inner", ":package Shop", old: "  class Order\n", new: "  class Order\n  frame Inner {\n  }\n"),
        Case("addNote", "so it is", "", old: end, new: end + "note \"so it is\" as N1\n"),
        Case("addNote", "so\nit is", "Customer", old: end, new: end + "note right of Customer : so\\nit is\n"),
        Case("addNote", "paid", "Order/Line", old: "-> Line\n", new: "-> Line\nnote on link : paid\n"),
        Case("changeWords", ":note", "thawed", old: "frozen", new: "thawed"),
        Case("changeWords", ":package Shop", "The shop", old: "package Shop", new: "package \"The shop\""),
        Case("changeWords", "Line", "Position", old: "\"Order line\"", new: "\"Position\""),
        Case("changeKind", "Customer", "abstract class", old: "class Customer", new: "abstract class Customer"),
        Case("changeKind", "Express", "interface", old: end, new: end + "interface Express\n"),
        Case("changeKind", ":package Shop", "folder", old: "package Shop", new: "folder Shop"),
        Case("changeStereotypes", "Line", "entity\nold", old: " <<value>>", new: " <<entity>> <<old>>"),
        Case("changeStereotypes", "Line", "", old: " <<value>>", new: ""),
        Case("changeStereotypes", "Customer", "root", old: "class Customer {", new: "class Customer <<root>> {"),
        Case("changeColor", "Line", "ff8800", old: "#eee", new: "#ff8800"),
        Case("changeColor", "Line", "", old: " #eee", new: ""),
        Case("changeColor", "Customer", "red", old: "class Customer {", new: "class Customer #red {"),
        Case("changeColor", ":package Shop", "red", old: "Shop {", new: "Shop #red {"),
        Case("changeColor", ":note", "red", old: "of Order :", new: "of Order #red :"),
        Case("changeColor", "Order/Line", "blue", old: "[#red]", new: "[#blue]"),
        Case("changeColor", "Order/Line", "", old: "[#red]", new: ""),
        Case("changeColor", "Customer/Order", "blue", old: "o--", new: "o-[#blue]-"),
        Case("duplicate", "Payable", old: "interface Payable\n", new: "interface Payable\ninterface Payable2\n"),
        Case("duplicate", "Line", old: "#eee\n", new: "#eee\nclass \"Order line\" as Line2 <<value>> #eee\n"),
        Case("duplicate", "Rush", old: "Express\n", new: "Express\nclass Rush2 extends Order, Express\n"),
        Case("move", "Payable", ":package Shop", old: "interface Payable\n", new: "").moving(
            "  class Order\n", "  class Order\n  interface Payable\n"),
        Case("move", "Order", "", old: "  class Order\n", new: "").moving(end, end + "class Order\n"),
        Case(
            "wrap", "Payable\nLine", "package", "Both",
            old: "interface Payable\nclass \"Order line\" as Line <<value>> #eee\n",
            new: "package Both {\n  interface Payable\n  class \"Order line\" as Line <<value>> #eee\n}\n"),
        Case("unwrap", ":package Shop", old: "package Shop {\n  class Order\n}\n", new: "class Order\n"),
        Case("remove", "Payable", old: "interface Payable\n", new: ""),
        Case("remove", "Order/Rush", old: "extends Order, Express", new: "extends Express"),
        Case("remove", "Express/Rush", old: "class Rush extends Order, Express", new: "class Express\nclass Rush extends Order"),
        Case("remove", "Line\nCustomer", old: "Customer \"1\" o-- \"*\" Order : places\nOrder *-[#red]-> Line\n", new: "")
            .moving("class \"Order line\" as Line <<value>> #eee\n", "")
            .moving("class Customer {\n  name : String\n  ' the first one counts\n  - {static} count : Int\n}\n", ""),
    ]

    @Test(arguments: connecting + features + elements) func theTextChangesAsMeant(_ one: Case) throws {
        let document = Document.parse(Self.shop, kind: .classes)
        #expect(!document.hasErrors)
        let edit = try document.edit(Array(one.command.joined(separator: "\0").utf8))
        #expect(document.source.applying(edit).string == one.applied(to: Self.shop))
    }
}

extension ClassCommandTests.Case {
    /// More of the text becomes something else.
    func moving(_ old: String, _ new: String) -> Self {
        var copy = self
        copy.replacements.append((old, new))
        return copy
    }

    func applied(to text: String) -> String {
        replacements.reduce(text) { text, replacement in
            #expect(text.contains(replacement.old))
            return text.replacing(replacement.old, with: replacement.new)
        }
    }
}

extension ClassCommandTests {
    @Test(arguments: [
        ("package P {\nclass A\n}\nclass B\nB -- P\n", "B/P", "package P {\nclass A\n}\nclass B\n"),
        ("package P {\nclass A\n}\nclass B\nB -- P\n", "B", "package P {\nclass A\n}\n"),
        ("package P {\nclass A\n}\npackage Q {\n}\nQ -- P\n", ":package P", "package Q {\n}\n"),
        ("package P {\npackage Q {\nclass A\n}\n}\nQ -- A\nA -- B\n", "A", "package P {\npackage Q {\n}\n}\nclass B\n"),
        ("actor A\nrectangle R {\nusecase C\n}\nA -- R\n", "A", "rectangle R {\nusecase C\n}\n"),
    ])
    func whatIsConnectedToAPackageIsRemoved(_ source: String, _ id: String, _ expected: String) throws {
        let document = ClassDocument(SourceText(source))
        let edit = try document.edit(Array("remove\0\(id)".utf8))
        #expect(document.source.applying(edit).string == expected)
    }
}

extension ClassCommandTests {
    @Test func whatIsRemovedTakesTheCommentBehindItAlong() throws {
        let document = ClassDocument(SourceText("class A /' one '/\nA -- B : x /' always '/\nclass C\n"))
        for (id, expected) in [("A/B", "class A /' one '/\nclass B\nclass C\n"), ("A", "class B\nclass C\n")] {
            #expect(document.source.applying(try document.edit(Array("remove\0\(id)".utf8))).string == expected)
        }
    }
}
