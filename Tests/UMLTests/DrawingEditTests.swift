import Testing

@testable import UML

/// What is drawn on a sequence diagram, as it looks in the text.
struct DrawingEditTests {
    func edited(_ source: String, _ command: String...) -> String { edited(source, command) }

    /// The text, or why it was not changed.
    private func edited(_ source: String, _ command: [String]) -> String {
        let editor = SequenceEditor(SequenceDocument(SourceText(source)))
        do {
            let command = try SequenceCommand(Array(command.joined(separator: "\0").utf8))
            return editor.source.applying(try editor.perform(command)).string
        } catch {
            return "\(error)"
        }
    }

    @Test(arguments: [
        // Who is not declared stands where the text first names them: only as many are declared as it takes.
        ("A -> B: x\nB -> C: y\n", "C", "0", "participant C\nA -> B: x\nB -> C: y\n"),
        ("A -> B: x\nB -> C: y\n", "C", "1", "participant A\nparticipant C\nA -> B: x\nB -> C: y\n"),
        ("A -> B: x\nB -> C: y\n", "A", "2", "participant B\nparticipant C\nA -> B: x\nB -> C: y\n"),
        ("A -> B: x\n", "A", "0", "A -> B: x\n"),
        ("title T\nA -> B: x\n", "B", "0", "title T\nparticipant B\nA -> B: x\n"),
        // Declarations go along with their looks.
        ("@Actor A as \"Ann\"\n@Database B // keeps\nA -> B: x\n", "B", "0", "@Database B // keeps\n@Actor A as \"Ann\"\nA -> B: x\n"),
        ("participant A\nparticipant B\nA -> B: x\nB -> C: y\n", "C", "1", "participant A\nparticipant C\nparticipant B\nA -> B: x\nB -> C: y\n"),
        ("@Starter(A)\nB.m()\n", "B", "0", "changesMore"),
        ("@Actor A // one\nA -> B: x\nB -> C: y\n", "A", "1", "participant B\n@Actor A // one\nA -> B: x\nB -> C: y\n"),
        ("@Actor A\nA -> B: x", "A", "1", "participant B\n@Actor A\nA -> B: x"),
    ])
    func participantsAreMoved(_ source: String, _ id: String, _ column: String, _ expected: String) {
        #expect(edited(source, "moveParticipant", id, column) == expected)
    }

    @Test(arguments: [
        ("A -> B: x\n", "A", "actor", "@Actor A\nA -> B: x\n"),
        // Declared, they stand where they stood.
        ("A -> B: x\n", "B", "database", "participant A\n@Database B\nA -> B: x\n"),
        ("@Actor A // who\nA -> B: x\n", "A", "participant", "participant A // who\nA -> B: x\n"),
        ("participant A\nA -> B: x\n", "A", "queue", "@Queue A\nA -> B: x\n"),
        ("participant @Actor A\nA -> B: x\n", "A", "queue", "@Queue A\nA -> B: x\n"),
        ("A as \"Ann\"\nA -> B: x\n", "A", "entity", "@Entity A as \"Ann\"\nA -> B: x\n"),
        ("<<x>> A\nA -> B: x\n", "A", "entity", "@Entity <<x>> A\nA -> B: x\n"),
        ("@Service A\nA -> B: x\n", "A", "actor", "changesMore"),
        ("group G { A B }\nA -> B: x\n", "B", "actor", "group G { A @Actor B }\nA -> B: x\n"),
        ("@Starter(A)\nA -> B.m()\n", "A", "actor", "changesMore"),
        ("@Actor A\n", "A", "actor", "@Actor A\n"),
    ])
    func participantsBecomeOfAnotherKind(_ source: String, _ id: String, _ kind: String, _ expected: String) {
        #expect(edited(source, "changeKind", id, kind) == expected)
    }

    @Test(arguments: [
        ("if (p) {\n    A -> B: x // why\n}\n", "loop", "p", "loop(p) {\n    A -> B: x // why\n}\n"),
        ("while(p) { A -> B: x }\n", "alt", "q", "if (q) { A -> B: x }\n"),
        ("// note\nopt {\n  A -> B: x\n  B -> A: y\n}\n", "par", "", "// note\npar {\n  A -> B: x\n  B -> A: y\n}\n"),
        ("par {\n  A -> B: x\n  B -> A: y\n}\n", "critical", "", "critical {\n  A -> B: x\n  B -> A: y\n}\n"),
        ("par {\n  { A -> B: x\n B -> A: y }\n}\n", "strict", "", "strict {\n  { A -> B: x\n B -> A: y }\n}\n"),
        ("opt(p) {}\n", "par", "", "par {}\n"),
        ("par {}\n", "opt", "p", "opt(p) {}\n"),
        ("opt(p) {}\n", "opt", "q", "opt(p) {}\n"),
        ("if (p) {} else {}\n", "loop", "p", "severalCases"),
        ("try {} catch {}\n", "opt", "p", "severalCases"),
        ("opt(p) {\n  A -> B: x\n", "loop", "p", "loop(p) {\n  A -> B: x\n"),
        ("opt(p) {}\n", "loop", "p\nq", "badText"),
    ])
    func fragmentsBecomeOfAnotherKind(_ source: String, _ kind: String, _ condition: String, _ expected: String) {
        let id = SequenceDocument(SourceText(source)).identities.statements[0]
        #expect(edited(source, "changeOperator", id, kind, condition) == expected)
    }

    @Test(arguments: [
        ("A -> B: x\n", "note", "// note\nA -> B: x\n"),
        ("A -> B: x\n", "two\nlines  ", "// two\n// lines\nA -> B: x\n"),
        ("// old\nA -> B: x\n", "new", "// new\nA -> B: x\n"),
        ("title T\n// old\n//\n// more\n\nA -> B: x\n", "new", "title T\n// new\n\nA -> B: x\n"),
        ("// old\nA -> B: x\n", "", "A -> B: x\n"),
        ("if (p) {\n    // old\n    A -> B: x // behind\n}\n", "", "if (p) {\n    A -> B: x // behind\n}\n"),
        ("if (p) {\n\tA -> B: x\n}\n", "a\nb", "if (p) {\n\t// a\n\t// b\n\tA -> B: x\n}\n"),
        ("// old\n/* keep */\n// more\nA -> B: x\n", "new", "changesMore"),
        ("if (p) { A -> B: x }\n", "new", "changesMore"),
        ("A -> B: x\n", "a\rb", "badText"),
        ("A -> B: x\n", " ", "A -> B: x\n"),
    ])
    func commentsAreWrittenAboveStatements(_ source: String, _ words: String, _ expected: String) {
        #expect(edited(source, "changeComment", "A/B", words) == expected)
    }

    @Test(arguments: [
        ("", "0", "@Actor Zed\n"),
        ("A -> B: x\n", "0", "@Actor Zed\nA -> B: x\n"),
        ("A -> B: x\n", "1", "participant A\n@Actor Zed\nA -> B: x\n"),
        ("participant A\nparticipant B\n", "1", "participant A\n@Actor Zed\nparticipant B\n"),
        ("participant A\nparticipant B\n", "2", "participant A\nparticipant B\n@Actor Zed\n"),
        ("group G { A B }\nA -> B: x\n", "1", "changesMore"),
    ])
    func participantsAreAddedAtAPlace(_ source: String, _ column: String, _ expected: String) {
        #expect(edited(source, "addParticipant", "actor", "Zed", column) == expected)
    }

    @Test(arguments: [
        ("A -> B: x\n", ["insertFragment", "alt", "ok", "body", "", "0", "1"], "A -> B: x\nif (ok) {\n}\n"),
        ("A -> B: x\n", ["insertFragment", "par", "", "body", "", "0", "0"], "par {\n}\nA -> B: x\n"),
        ("A -> B.m() {\n}\n", ["insertFragment", "loop", "3", "block", "A/B", "0", "0"], "A -> B.m() {\n  loop(3) {\n  }\n}\n"),
        ("A -> B: x\n", ["insertFragment", "opt", "a) {", "body", "", "0", "0"], "badText"),
        ("A -> B: x\n", ["insertDivider", "Then", "body", "", "0", "1"], "A -> B: x\n== Then ==\n"),
        ("A -> B: x\n", ["insertReference", "Pay (all)", "A\nB", "body", "", "0", "1"], "A -> B: x\nref(\"Pay (all)\", A, B)\n"),
        ("A -> B: x\n", ["insertReference", "Pay", "Z", "body", "", "0", "1"], "noSuchElement"),
    ])
    func statementsAreInserted(_ source: String, _ command: [String], _ expected: String) {
        #expect(edited(source, command) == expected)
    }

    @Test(arguments: [
        ("A -> B: x\nA -> C: y\n", "A/B", "receiver", "C", "A -> C: x\nA -> C: y\n"),
        ("A -> B: x\nA -> C: y\n", "A/B", "sender", "C", "C -> B: x\nA -> C: y\n"),
        ("A -> B.m() {\n  C.n()\n}\n", "B/C", "sender", "A", "A -> B.m() {\n  A -> C.n()\n}\n"),
        ("A -> B.m() {\n  n()\n}\nC -> A: z\n", "B/B", "receiver", "C", "A -> B.m() {\n  C.n()\n}\nC -> A: z\n"),
        ("A -> B: x\n", "A/B", "receiver", "A", "A -> A: x\n"),
        // What happens in the call would have another sender.
        ("A -> B.m() {\n  C.n()\n}\nD -> A: x\n", "A/B", "receiver", "D", "changesMore"),
    ])
    func endsOfMessagesAreAttached(_ source: String, _ id: String, _ end: String, _ participant: String, _ expected: String) {
        #expect(edited(source, "attach", id, end, participant) == expected)
    }

    private static let choice = "if (a) {\n  A -> B: x\n} else {\n  A -> B: y // other\n}\n"

    @Test func operandsAreAddedChangedAndRemoved() {
        let id = ":alt"
        #expect(edited(Self.choice, "addOperand", id, "b") == Self.choice.replacing("} else {", with: "} else if (b) {\n} else {"))
        #expect(edited(Self.choice, "addOperand", id, "") == "noSuchElement", "there is an else")
        #expect(edited("if (a) {\n}\n", "addOperand", id, "") == "if (a) {\n} else {\n}\n")
        #expect(edited(Self.choice, "changeOperand", id, "0", "not a") == Self.choice.replacing("(a)", with: "(not a)"))
        #expect(edited(Self.choice, "changeOperand", id, "1", "b") == Self.choice.replacing("else", with: "else if (b)"))
        #expect(edited(Self.choice, "removeOperand", id, "1") == "if (a) {\n  A -> B: x\n}\n")
        #expect(edited(Self.choice, "removeOperand", id, "0") == "noSuchElement", "it goes with the fragment")
        #expect(edited("loop {\n}\n", "changeOperand", ":loop", "0", "each") == "loop(each) {\n}\n")
        #expect(edited("section(a) {\n}\n", "changeOperand", ":section", "0", "b") == "section(b) {\n}\n")
        #expect(edited("loop(each) {\n}\n", "changeOperand", ":loop", "0", "1,5") == "loop(1,5) {\n}\n", "bounds are no condition")
        #expect(edited("loop(1,5) {\n}\n", "changeOperand", ":loop", "0", "each") == "loop(each) {\n}\n")
        #expect(edited("loop(each) {\n}\n", "changeOperand", ":loop", "0", "") == "loop() {\n}\n")
        #expect(edited("loop() {\n}\n", "changeOperand", ":loop", "0", "each") == "loop(each) {\n}\n")
        #expect(edited("if (a) {\n} else if () {\n}\n", "changeOperand", id, "1", "b") == "if (a) {\n} else if (b) {\n}\n")
        #expect(edited(Self.choice, "changeOperand", id, "0", "") == "badText")
        #expect(edited("while(a) {\n}\n", "changeOperand", ":loop", "0", "a) {") == "badText")
    }
}

extension DrawingEditTests {
    @Test(arguments: [
        ("A -> B: x\nref(y, A, B)\n", "A", "ref(y, B)\n"),
        ("A -> B: x\nref(y, A, B)\n", "B", "ref(y, A)\n"),
        ("C -> D: x\nref(y, A)\nref(z, A, C)\n", "A", "C -> D: x\nref(z, C)\n"),
    ])
    func participantsAreRemovedFromReferences(_ source: String, _ id: String, _ expected: String) {
        #expect(edited(source, "remove", id) == expected)
    }
}
