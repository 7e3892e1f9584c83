import Testing

@testable import UML

/// What class and use case diagrams are checked for: each rule by texts that break it, and by texts that come near.
struct ClassRuleTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var rule: ClassRule
        var broken: [String]
        var kept: [String]

        var testDescription: String { rule.rawValue }
    }

    static let cases = [
        Case(
            rule: .cyclicGeneralization, broken: ["A <|-- B\nB <|-- A", "A <|-- B\nC --|> B\nA --|> C", "A <|-- A", "A <|.. B\nB <|-- A"],
            kept: ["A <|-- B\nA <|-- C\nB <|-- D\nC <|-- D", "A --> B\nB --> A"]),
        Case(
            rule: .generalizationAcrossKinds,
            broken: ["interface I\nclass A\nI <|-- A", "enum E\nclass A\nE <|-- A", "actor A\nusecase U\nA <|-- U"],
            kept: ["interface I\nclass A\nI <|.. A", "interface I\ninterface J\nI <|-- J", "abstract A\nclass B\nA <|-- B", "I <|-- A\ninterface I"]),
        Case(
            rule: .generalizationText, broken: ["A \"1\" <|-- B", "A <|-- \"0..*\" B"], kept: ["A <|-- B", "A \"1\" --> B", "A <|-- B : {disjoint}"]),
        Case(
            rule: .realizedClass, broken: ["class A\nclass B\nA <|.. B", "abstract A\nclass B\nB ..|> A"],
            kept: ["interface A\nclass B\nA <|.. B", "class A <<interface>>\nclass B\nA <|.. B", "A <|.. B"]),
        Case(
            rule: .duplicateClassifier, broken: ["enum A\ninterface A", "actor A\nusecase A"],
            kept: ["class A\nclass A", "class A\nabstract A", "class A {\n}\nclass A <<x>>"]),
        Case(
            rule: .duplicateMember,
            broken: ["class A {\n  x : Int\n  x : Int\n}", "class A {\n  m()\n  m()\n}", "class A {\n  + x\n  - x\n}", "A : x\nA : x"],
            kept: ["class A {\n  m()\n  m(a)\n}", "class A {\n  ..\n  ...\n}", "class A {\n  x\n}\nclass B {\n  x\n}"]),
        Case(
            rule: .multiplicityBounds, broken: ["A \"5..2\" -- B", "A -- \"x 1..0\" B"],
            kept: ["A \"2..5\" -- B", "A \"1..*\" -- B", "A \"*..2\" -- B"]),
        Case(rule: .emptyMultiplicity, broken: ["A \"0\" -- B", "A \"0..0\" -- B"], kept: ["A \"0..1\" -- B", "A \"*\" -- B", "A \"none\" -- B"]),
        Case(
            rule: .abstractOperation, broken: ["class A {\n  {abstract} m()\n}"],
            kept: ["abstract class A {\n  {abstract} m()\n}", "interface A {\n  {abstract} m()\n}", "class A {\n  m()\n}"]),
        Case(
            rule: .compositeMultiplicity, broken: ["A \"2\" *-- B", "A \"*\" *-- B", "B --* \"0..*\" A"],
            kept: ["A \"1\" *-- B", "A \"0..1\" *-- \"*\" B", "A \"*\" o-- B", "A *-- B"]),
        Case(
            rule: .severalOwners, broken: ["A *-- P\nB *-- P", "P --* A\nP --* B"],
            kept: ["A *-- P\nA *-- P", "A *-- P\nB o-- P", "A \"0..1\" *-- P\nB \"0..1\" *-- P"]),
        Case(
            rule: .compositionCycle, broken: ["A *-- B\nB *-- A", "A *-- B\nB *-- C\nA --* C"],
            kept: ["A *-- A", "A *-- \"0..*\" B\nB *-- \"0..1\" A", "A *-- B\nB o-- A", "A *-- B\nA *-- C"]),
        Case(
            rule: .interfaceVisibility, broken: ["interface I {\n  - x()\n}", "interface I {\n  # x()\n}", "interface I\nI : ~ x()"],
            kept: ["interface I {\n  + x()\n  y()\n}", "class A {\n  - x()\n}"]),
        Case(
            rule: .interfaceAttribute, broken: ["interface I {\n  x : Int\n}"],
            kept: ["interface I {\n  {static} x : Int\n}", "interface I {\n  x()\n  ..\n}"]),
        Case(rule: .emptyEnumeration, broken: ["enum E", "enum E {\n}"], kept: ["enum E {\n  a\n}", "enum E\nE : a", "A --> E", "enum E {"]),
        Case(rule: .objectOperation, broken: ["object O {\n  m()\n}"], kept: ["object O {\n  x = 1\n}", "class A {\n  m()\n}"]),
        Case(
            rule: .nameCase, broken: ["class Order\norder --> A"],
            kept: ["class Order\nOrder --> A", "class Order\nclass order\norder --> Order", "order --> Order"]),
        Case(rule: .emptyName, broken: ["class \"\"", "class \" \" as A"], kept: ["class A", "diamond d"]),
        Case(
            rule: .relationToNote, broken: ["note \"x\" as N\nA -- N", "note \"x\" as N\nA ..|> N"],
            kept: ["note \"x\" as N\nA .. N", "note \"x\" as N\nN ..> A"]),
        Case(
            rule: .includeCycle, broken: ["(A) ..> (B) : <<include>>\n(B) ..> (A) : <<include>>", "(A) ..> (A) : include"],
            kept: ["(A) ..> (B) : <<include>>\n(C) ..> (B) : <<include>>", "(A) ..> (B) : <<include>>\n(B) ..> (A) : <<extend>>"]),
        Case(
            rule: .missingExtensionPoint,
            broken: ["usecase C as \"C\n--\nextension points\nx\"\n(A) ..> (B) : <<extend>>"],
            kept: ["(A) ..> (B) : <<extend>>", "usecase B as \"B\n--\nextension points\nx\"\n(A) ..> (B) : <<extend>>"]),
        Case(rule: .actorAssociation, broken: [":A: -- :B:", ":A: --> :B:"], kept: [":A: <|-- :B:", ":A: --> (B)", ":A: ..> :B:"]),
        Case(
            rule: .useCaseAssociation, broken: ["(A) -- (B)", "(A) --> (B) : <<include>>"],
            kept: ["(A) ..> (B) : <<include>>", "(A) <|-- (B)", ":A: -- (B)"]),
        Case(rule: .unlabelledDependency, broken: ["(A) ..> (B)"], kept: ["(A) ..> (B) : <<include>>", "(A) ..> (B) : uses", "A ..> (B)"]),
        Case(
            rule: .useCaseWithoutActor, broken: [":A: --> (B)\n(C)", ":A: --> (B)\n(C) ..> (D) : <<include>>"],
            kept: [":A: --> (B)\n(B) ..> (C) : <<include>>", "(A)\n(B)", "rectangle S {\n  (A)\n}\nactor B\nB --> S"]),
        Case(
            rule: .actorInSubject, broken: ["rectangle S {\n  actor A\n  A --> (B)\n  (B)\n}"],
            kept: ["actor A\nrectangle S {\n  (B)\n}\nA --> (B)", "package S {\n  actor A\n  A --> (B)\n}"]),
    ]

    private static func codes(_ source: String) -> [String] {
        Document.parse(source, kind: source.contains("(") || source.contains("actor") ? .useCases : .classes).diagnostics.map(\.code)
    }

    @Test func eachRuleIsTried() { #expect(Set(Self.cases.map(\.rule)) == Set(ClassRule.allCases)) }

    @Test(arguments: cases) func whatBreaksARuleIsTold(_ one: Case) {
        for source in one.broken { #expect(Self.codes(source).contains(one.rule.rawValue), "\(source)") }
    }

    @Test(arguments: cases) func whatComesNearIsNot(_ one: Case) {
        for source in one.kept { #expect(!Self.codes(source).contains(one.rule.rawValue), "\(source)") }
    }

    @Test(arguments: cases) func aCommentTurnsItOff(_ one: Case) {
        for source in one.broken {
            #expect(!Self.codes("' ignore: \(one.rule.rawValue)\n\(source)").contains(one.rule.rawValue), "\(source)")
            #expect(!Self.codes("\(source)\n ' ignore: nothing-known, \(one.rule.rawValue)").contains(one.rule.rawValue), "\(source)")
            #expect(Self.codes("' \(one.rule.rawValue)\n\(source)").contains(one.rule.rawValue), "\(source)")
        }
    }

    @Test func noRuleIsAnError() {
        for one in Self.cases {
            for source in one.broken {
                let document = Document.parse(source, kind: .classes)
                for diagnostic in document.diagnostics where diagnostic.code == one.rule.rawValue {
                    #expect(diagnostic.severity != .error && diagnostic.hint != nil)
                    #expect(diagnostic.range.start < diagnostic.range.end)
                }
            }
        }
    }

    /// A circle is told where it is closed, not where one leads to another one.
    @Test func whatConnectsTwoCirclesIsInNone() {
        let document = Document.parse("A <|-- B\nB <|-- A\nC <|-- D\nD <|-- C\nB <|-- C", kind: .classes)
        let found = document.diagnostics.filter { $0.code == "cyclic-generalization" }
        #expect(found.map(\.range.start) == [9, 27])
    }

    @Test func notesArentActors() {
        let codes = Document.parse("(A)\n(B)\nnote \"x\" as N\nN .. (A)", kind: .useCases).diagnostics.map(\.code)
        #expect(!codes.contains("use-case-without-actor"))
    }
}
