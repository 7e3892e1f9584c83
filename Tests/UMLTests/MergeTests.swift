import Testing

@testable import UML

struct MergeTests {
    /// A text by its lines, with `|` between them.
    private static func text(_ lines: String) -> String { lines.isEmpty ? "" : lines.replacing("|", with: "\n") + "\n" }

    private static func merge(_ base: String, _ ours: String, _ theirs: String, _ kind: DiagramKind, size: Int = 7) -> SourceMerge {
        SourceMerge(
            base: SourceText(base), ours: SourceText(ours), theirs: SourceText(theirs), kind: kind, markers: ConflictMarkers(size: size))
    }

    /// A conflict is `< ours = theirs >` in these.
    private static func merged(_ base: String, _ ours: String, _ theirs: String, _ kind: DiagramKind) -> String {
        let lines = merge(text(base), text(ours), text(theirs), kind).source.string.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.dropLast().map { line in
            switch line {
            case "<<<<<<< ours": "<"
            case "=======": "="
            case ">>>>>>> theirs": ">"
            default: String(line)
            }
        }.joined(separator: "|")
    }

    @Test(arguments: [
        // Neighbouring lines, members and declarations.
        (
            "class A {| id: Int|}|class B", "class A {| id: Int| x()|}|class B", "class A {| id: Int|}|interface B",
            "class A {| id: Int| x()|}|interface B"
        ),
        ("class A|class B|A --> B", "class A|class B|A --> B : uses", "class A|abstract class B|A --> B", "class A|abstract class B|A --> B : uses"),
        ("class A {| a: Int| b: Int|}", "class A {| a: Int| b: Text| c|}", "class A {| a: Long| b: Int|}", "class A {| a: Long| b: Text| c|}"),
        ("class A {| a| b| c|}", "class A {| b| c|}", "class A {| a| b|}", "class A {| b|}"),
        // What both put in, ours first.
        ("class A {| a|}", "class A {| a| b()|}", "class A {| a| c()|}", "class A {| a| b()| c()|}"),
        ("class A|A --> B", "class A|class C|A --> C|A --> B", "class A|class D {| d|}|A --> B", "class A|class C|A --> C|class D {| d|}|A --> B"),
        (
            "package P {| class A|}", "package P {| class A| class C {|  c| }|}", "package P {| class A| class D|}",
            "package P {| class A| class C {|  c| }| class D|}"
        ),
        ("' one|class A", "' one|' about C|class C|class A", "' one|' about D|class D|class A", "' one|' about C|class C|' about D|class D|class A"),
        ("class A", "class A|note left of A: mine", "class A|note \"x\" as N", "class A|note left of A: mine|note \"x\" as N"),
        // Alike is once.
        ("class A", "class A|class B|class C", "class A|class B|class D", "class A|class B|class C|class D"),
        ("", "@startuml|class A|@enduml", "@startuml|class B|@enduml", "@startuml|class A|class B|@enduml"),
    ])
    func classesAreMergedByWhatTheirLinesDeclare(_ base: String, _ ours: String, _ theirs: String, _ expected: String) {
        #expect(Self.merged(base, ours, theirs, .classes) == expected)
    }

    @Test(arguments: [
        // The same element, changed in two ways.
        ("class A|A --> B", "class A|A --> B : uses", "class A|A --> B : owns", "class A|<|A --> B : uses|=|A --> B : owns|>"),
        ("class A {| x|}|class B", "class B", "class A {| x| y|}|class B", "<|=|class A {| x| y|}|>|class B"),
        (
            "class A {| x|}|class B", "interface A|class B", "abstract class A {| x| y|}|class B",
            "<|interface A|=|abstract class A {| x| y|}|>|class B"
        ),
        ("class A|A --> B", "class A|A --> B|A --> C : one", "class A|A --> B|C <-- A : two", "class A|A --> B|<|A --> C : one|=|C <-- A : two|>"),
        // What was replaced is not deleted besides.
        ("class A|class Z", "class Purchase|class Z", "class Z", "<|class Purchase|=|>|class Z"),
        // What speaks of what stands before it.
        ("class A", "class A|class B", "class A|note left: hi", "class A|<|class B|=|note left: hi|>"),
        ("class A|A --> B", "class A|A --> B|A --> C", "class A|A --> B|note on link: hi", "class A|A --> B|<|A --> C|=|note on link: hi|>"),
        ("class A|A -- B", "class A|A -- B|A -- D", "class A|A -- B|(A, B) .. C", "class A|A -- B|<|A -- D|=|(A, B) .. C|>"),
        ("class A", "class A|' about what follows", "class A|class B", "class A|<|' about what follows|=|class B|>"),
        ("class A {| a|}", "class A {| a| --| b|}", "class A {| a| c|}", "class A {| a|<| --| b|=| c|>|}"),
        // What was moved by both is not there twice, and what was moved by one and deleted by the other not once more.
        (
            "class A|class B|class C|class D", "class B|class C|class A|class D", "class B|class C|class D|class A",
            "class B|class C|<|class A|=|>|class D|<|=|class A|>"
        ),
        ("class A|class B|class C", "class A|class C|class B", "class A|class C", "class A|class C|<|class B|=|>"),
    ])
    func whatDoesNotGoTogetherIsLeftToPeople(_ base: String, _ ours: String, _ theirs: String, _ expected: String) {
        #expect(Self.merged(base, ours, theirs, .classes) == expected)
    }

    @Test(arguments: [
        (
            "actor U|usecase A|U --> A", "actor U|usecase A|usecase B|U --> A|U --> B", "actor U|usecase A|(Do) as C|U --> A|U --> C",
            "actor U|usecase A|usecase B|(Do) as C|U --> A|U --> B|U --> C"
        ),
        (
            "rectangle S {| usecase A|}", "rectangle S {| usecase A| usecase B|}", "rectangle S #red {| usecase A as \"Do\"|}",
            "rectangle S #red {| usecase A as \"Do\"| usecase B|}"
        ),
    ])
    func useCasesAreMergedLikeClasses(_ base: String, _ ours: String, _ theirs: String, _ expected: String) {
        #expect(Self.merged(base, ours, theirs, .useCases) == expected)
    }

    @Test(arguments: [
        ("A -> B: one|A -> B: two", "A -> B: uno|A -> B: two", "A -> B: one|A -> B: dos", "A -> B: uno|A -> B: dos"),
        ("A -> B: one|A -> B: two|A -> B: three", "A -> B: one|A -> B: three", "A -> B: one|A -> B: two|A -> B: drei", "A -> B: one|A -> B: drei"),
        (
            "if (x) {|A -> B: one|} else {|A -> B: two|}", "if (y) {|A -> B: one|} else {|A -> B: two|}",
            "if (x) {|A -> B: uno|} else if (z) {|A -> B: two|}", "if (y) {|A -> B: uno|} else if (z) {|A -> B: two|}"
        ),
        ("A.m() {|B.n()|}", "A.m() {|B.n()|return x|}", "A.m() {|B.n(1)|}", "A.m() {|B.n(1)|return x|}"),
        ("title T|A|A -> A: x", "title T|A|B|A -> A: x", "title T|A|@Actor C|A -> A: x", "title T|A|B|@Actor C|A -> A: x"),
        ("group G {|A|}|A -> A: x", "group G {|A|B|}|A -> A: x", "group G {|A|C|}|A -> A: x", "group G {|A|B|C|}|A -> A: x"),
        // The order of what happens is what it means.
        (
            "A -> B: one|A -> B: two", "A -> B: one|B -> A: x|A -> B: two", "A -> B: one|B -> A: y|A -> B: two",
            "A -> B: one|<|B -> A: x|=|B -> A: y|>|A -> B: two"
        ),
        ("A -> B: one|A -> B: two", "A -> B: one", "A -> B: one|A -> B: zwei", "A -> B: one|<|=|A -> B: zwei|>"),
        // Both together would say something after the return, or of another message.
        ("A.m() {|B.n()|B.o()|}", "A.m() {|B.n()|return x|}", "A.m() {|B.n()|B.o(1)|}", "A.m() {|B.n()|<|return x|=|B.o(1)|>|}"),
        (
            "A -> B: x|B -> A: y|A -> A: z", "A -> B: x|// about y|B -> A: y|A -> A: z", "A -> B: w|A -> A: z",
            "<|A -> B: x|// about y|B -> A: y|=|A -> B: w|>|A -> A: z"
        ),
        ("A.m() {| B.n()| B.o()|}", "A.m() {| B.n()|}", "B.n()|B.o()", "<|A.m() {| B.n()|}|=|B.n()|B.o()|>"),
    ])
    func sequencesAreMergedStatementByStatement(_ base: String, _ ours: String, _ theirs: String, _ expected: String) {
        #expect(Self.merged(base, ours, theirs, .sequence) == expected)
    }

    @Test func conflictsAreToldWithTheirLines() {
        let merge = Self.merge("class A\nclass B\nA --> B\n", "class B\nA --> B : x\n", "class A {\n a\n}\nclass B\nA --> B : y\n", .classes, size: 9)
        #expect(merge.source.string.hasPrefix("<<<<<<<<< ours\n=========\nclass A {\n a\n}\n>>>>>>>>> theirs\nclass B\n<<<<<<<<< ours\n"))
        #expect(
            merge.conflicts == [
                SourceMerge.Conflict(sort: .deletedByOurs, firstLine: 1, lastLine: 6),
                SourceMerge.Conflict(sort: .changedByBoth, firstLine: 8, lastLine: 12),
            ])
        let moved = Self.merge("class A\nclass B\nclass C\n", "class A\nclass C\nclass B\n", "class A\nclass C\n", .classes)
        #expect(moved.conflicts == [SourceMerge.Conflict(sort: .moved, firstLine: 3, lastLine: 6)])
    }

    // MARK: Line breaks

    @Test func lineBreaksAreThoseOfOurs() {
        let (base, ours, theirs) = ("A -> B: one\nA -> B: two\n", "A -> B: uno\r\nA -> B: two\r\n", "A -> B: one\nA -> B: dos\nB -> A: x\n")
        #expect(Self.merge(base, ours, theirs, .sequence).source.string == "A -> B: uno\r\nA -> B: dos\r\nB -> A: x\r\n")
        #expect(Self.merge(base, theirs, ours, .sequence).source.string == "A -> B: uno\nA -> B: dos\nB -> A: x\n")
        let conflict = Self.merge(base, ours, "A -> B: ein\nA -> B: two\n", .sequence).source.string
        #expect(conflict == "<<<<<<< ours\r\nA -> B: uno\r\n=======\r\nA -> B: ein\r\n>>>>>>> theirs\r\nA -> B: two\r\n")
    }

    @Test func noLinesAreGluedTogetherWhereTheLastOneIsNotEnded() {
        #expect(Self.merge("class A", "class A\nclass B", "class A\nclass C", .classes).source.string == "class A\nclass B\nclass C")
        #expect(Self.merge("class A\n", "class A\nclass B", "class A\nclass C\n", .classes).source.string == "class A\nclass B\nclass C")
        #expect(Self.merge("class A", "class A\nclass B\n", "class A\nclass C", .classes).source.string == "class A\nclass B\nclass C\n")
        #expect(
            Self.merge("A -> B: x", "A -> B: y", "A -> B: z", .sequence).source.string
                == "<<<<<<< ours\nA -> B: y\n=======\nA -> B: z\n>>>>>>> theirs\n")
    }

    // MARK: Limits

    /// Beyond the size for elements a merge stays with lines; and no text is too large for these.
    @Test func theWorkHasAnEnd() {
        func text(_ count: Int, _ words: (Int) -> String) -> String { (0..<count).map { "A -> B: \(words($0)) \($0)\n" }.joined() }
        func merged(_ count: Int) -> SourceMerge {
            Self.merge(
                text(count) { _ in "one" }, text(count) { $0 % 2 == 0 ? "our" : "one" }, text(count) { $0 % 2 == 1 ? "their" : "one" }, .sequence)
        }
        #expect(merged(2000).isClean)
        #expect(merged(30_000).conflicts.count == 1)
        let breaks = String(repeating: "\n", count: 1 << 20)
        #expect(Self.merge(breaks, "A -> B: x\n" + breaks, breaks + "A -> B: y\n", .sequence).isClean)
    }
}
