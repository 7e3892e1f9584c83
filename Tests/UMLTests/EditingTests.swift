import Testing

@testable import UML

/// What edits look like in the text.
struct EditingTests {
    private static let order = """
        // the order
        Client -> Server.order(cart) {
          // first
          Stock.reserve()   // soon
          if (paid) {
            Mail -> Client: thanks
          }
        }
        """

    private func edited(_ source: String, _ edit: (SequenceEditor) throws -> Edit) throws -> String {
        let editor = SequenceEditor(SequenceDocument(SourceText(source)))
        return editor.source.applying(try edit(editor)).string
    }

    private func id(_ name: String, _ editor: SequenceEditor) throws -> Int {
        try #require(editor.diagram.participants.first { $0.name == name }).id
    }

    @Test func aParticipantIsRenamedEverywhere() throws {
        let source = "@Actor A as \"Ann\"\n@Starter(A)\nA -> B: x // A says\nref(y, A)\nB.m() { A.done(A) }\n"
        let renamed = try edited(source) { try $0.renameParticipant(try id("A", $0), to: "The Customer") }
        #expect(
            renamed
                == "@Actor \"The Customer\" as \"Ann\"\n@Starter(\"The Customer\")\n\"The Customer\" -> B: x // A says\nref(y, \"The Customer\")\nB.m() { \"The Customer\".done(A) }\n"
        )
    }

    @Test func aNameInUseIsRefused() throws {
        #expect(throws: EditError.nameInUse) { try edited("A -> B: x") { try $0.renameParticipant(0, to: "B") } }
        #expect(throws: EditError.badName) { try edited("A -> B: x") { try $0.renameParticipant(0, to: " ") } }
        #expect(throws: EditError.badName) { try edited("A -> B: x") { try $0.renameParticipant(0, to: "a\nb") } }
    }

    @Test func aMessageIsInsertedWithTheIndentationOfItsNeighbours() throws {
        let text = try edited(Self.order) { try $0.insertMessage(.synchCall, from: "Server", to: "Log", "write(x)", at: .init(.block(of: 0), 1)) }
        #expect(text == Self.order.replacing("  if (paid)", with: "  Log.write(x)\n  if (paid)"))
    }

    @Test func aMessageIsInsertedBeforeTheCommentOfTheNext() throws {
        let text = try edited(Self.order) { try $0.insertMessage(.asynchCall, from: "Server", to: "Log", "hi", at: .init(.block(of: 0), 0)) }
        #expect(text == Self.order.replacing("  // first", with: "  Server -> Log: hi\n  // first"))
    }

    @Test func aStatementThatIsMovedTakesBothOfItsCommentsAlong() throws {
        let text = try edited(Self.order) { try $0.move(1, to: .init(.body, 1)) }
        #expect(
            text == Self.order.replacing("  // first\n  Stock.reserve()   // soon\n", with: "") + "\n// first\nServer -> Stock.reserve()   // soon")
    }

    @Test func aCallGetsABlock() throws {
        let text = try edited(Self.order) { try $0.insertMessage(.synchCall, from: "Stock", to: "DB", "read()", at: .init(.block(of: 1), 0)) }
        #expect(text == Self.order.replacing("Stock.reserve()   //", with: "Stock.reserve() {\n    DB.read()\n  }   //"))
    }

    @Test func aBlockOnOneLineIsOpened() throws {
        let text = try edited("@Starter(A)\nif (x) { B.m() }\n") {
            try $0.insertMessage(.asynchCall, from: "A", to: "B", "hi", at: .init(.operand(of: 0, 0), 1))
        }
        #expect(text == "@Starter(A)\nif (x) { B.m()\n  A -> B: hi\n}\n")
    }

    @Test func aFirstMessageIsWritten() throws {
        #expect(try edited("") { try $0.insertMessage(.asynchCall, from: "A", to: "B", "hi", at: .init(.body, 0)) } == "A -> B: hi\n")
        #expect(try edited("title T") { try $0.insertMessage(.asynchCall, from: "A", to: "B", "hi", at: .init(.body, 0)) } == "title T\nA -> B: hi\n")
    }

    @Test func wordsThatAreNoSignatureAreQuoted() throws {
        let text = try edited("@Starter(A)\nA.m()\n") { try $0.changeText(of: 0, to: "do it now") }
        #expect(text == "@Starter(A)\nA.\"do it now\"\n")
    }

    @Test func aTextIsChangedInItsPlace() throws {
        #expect(try edited(Self.order) { try $0.changeText(of: 3, to: "many thanks") } == Self.order.replacing("thanks", with: "many thanks"))
        #expect(try edited("== a ==\n") { try $0.changeText(of: 0, to: "b") } == "== b ==\n")
        #expect(try edited("new A\n") { try $0.changeText(of: 0, to: "x, y") } == "new A(x, y)\n")
        #expect(throws: EditError.badText) { try edited("A -> B: x") { try $0.changeText(of: 0, to: "a\nb") } }
    }

    @Test func aCallBecomesAMessage() throws {
        #expect(try edited("@Starter(A)\nB.m()\n") { try $0.changeSort(of: 0, to: .asynchCall) } == "@Starter(A)\nA -> B: m()\n")
        #expect(try edited("A -> B: hello there\n") { try $0.changeSort(of: 0, to: .synchCall) } == "A -> B.\"hello there\"\n")
        #expect(try edited("A -> B: x\n") { try $0.changeSort(of: 0, to: .reply) } == "A --> B: x\n")
        #expect(throws: EditError.holdsMore) { try edited(Self.order) { try $0.changeSort(of: 0, to: .asynchCall) } }
    }

    @Test func aStatementGoesWithItsComment() throws {
        #expect(try edited(Self.order) { try $0.remove(1) } == Self.order.replacing("  // first\n  Stock.reserve()   // soon\n", with: ""))
    }

    @Test func aMovedStatementKeepsItsSender() throws {
        let text = try edited(Self.order) { try $0.move(1, to: .init(.body, 1)) }
        #expect(
            text == """
                // the order
                Client -> Server.order(cart) {
                  if (paid) {
                    Mail -> Client: thanks
                  }
                }
                // first
                Server -> Stock.reserve()   // soon
                """ || text.hasSuffix("}\n// first\nServer -> Stock.reserve()"))
    }

    @Test func aStatementCanNotBeMovedIntoItself() throws {
        #expect(throws: EditError.intoItself) { try edited(Self.order) { try $0.move(0, to: .init(.operand(of: 2, 0), 0)) } }
    }

    @Test func statementsAreWrappedAndUnwrapped() throws {
        let source = "A -> B: one\n// why\nB -> C: two\nC -> A: three\n"
        let wrapped = try edited(source) { try $0.wrap(1, through: 2, in: .loop, condition: "3") }
        #expect(wrapped == "A -> B: one\nloop(3) {\n  // why\n  B -> C: two\n  C -> A: three\n}\n")
        #expect(try edited(wrapped) { try $0.unwrap(1) } == source)
    }

    @Test func participantsAreAddedAndRemoved() throws {
        #expect(try edited("title T\nA\nB\n\nA -> B: x\n") { try $0.addParticipant("C", kind: .actor) } == "title T\nA\nB\n@Actor C\n\nA -> B: x\n")
        #expect(try edited("A -> B: x\n") { try $0.addParticipant("My C") } == "participant \"My C\"\nA -> B: x\n")
        #expect(try edited("A\nB\nC\nA -> B: x\nA -> C: y\n") { try $0.removeParticipant(1) } == "A\nC\nA -> C: y\n")
    }

    @Test func windowsLinesStayWindowsLines() throws {
        let text = try edited("A -> B: x\r\nB -> A: y\r\n") { try $0.insertMessage(.asynchCall, from: "A", to: "B", "z", at: .init(.body, 1)) }
        #expect(text == "A -> B: x\r\nA -> B: z\r\nB -> A: y\r\n")
    }

    @Test func whatIsNotThereIsRefused() throws {
        #expect(throws: EditError.noSuchElement) { try edited(Self.order) { try $0.remove(99) } }
        #expect(throws: EditError.noSuchElement) {
            try edited(Self.order) { try $0.insertMessage(.asynchCall, from: "A", to: "B", "x", at: .init(.body, 9)) }
        }
        #expect(throws: EditError.brokenBlock) {
            try edited("if (x) {\nA -> B: x") { try $0.insertMessage(.asynchCall, from: "A", to: "B", "x", at: .init(.operand(of: 0, 0), 0)) }
        }
    }
}

/// What an edit must leave as it is, besides the statements.
struct EditingElsewhereTests {
    private func edit(_ source: String, _ edit: (SequenceEditor) throws -> Edit) throws -> String {
        let editor = SequenceEditor(SequenceDocument(SourceText(source)))
        return editor.source.applying(try edit(editor)).string
    }

    @Test func anEmojiThatComesWithAMessageStays() {
        #expect(throws: EditError.changesMore) { try edit("[rocket] A -> B: x\n") { try $0.changeSort(of: 0, to: .reply) } }
    }

    @Test func aParticipantDoesNotLandInAGroup() {
        #expect(throws: EditError.changesMore) { try edit("group G { A\n") { try $0.addParticipant("X") } }
    }

    @Test func aNoteInAnEmptyBlockStaysANote() throws {
        let text = try edit("@Starter(A)\nif (x) {\n  // a note\n}\n") {
            try $0.insertMessage(.asynchCall, from: "A", to: "B", "hi", at: .init(.operand(of: 0, 0), 0))
        }
        #expect(text == "@Starter(A)\nif (x) {\n  A -> B: hi\n  // a note\n}\n")
    }

    @Test func headsAreComparedWhole() throws {
        func head(_ source: String) throws -> HeadMeaning { SequenceEditor(SequenceDocument(SourceText(source))).head }
        let first = try head("title T\n@Actor A as \"x\" #fff 100\ngroup G { B C }\n@Starter(A)\nA.m()\n")
        for other in [
            "title U\n@Actor A as \"x\" #fff 100\ngroup G { B C }\n@Starter(A)\nA.m()\n",
            "title T\n@Actor A as \"y\" #fff 100\ngroup G { B C }\n@Starter(A)\nA.m()\n",
            "title T\n@Actor A as \"x\" #fff 100\ngroup H { B C }\n@Starter(A)\nA.m()\n",
            "title T\n@Actor A as \"x\" #fff 100\ngroup G { C B }\n@Starter(A)\nA.m()\n",
            "title T\n@Actor A as \"x\" #fff 100\ngroup G { B C }\n@Starter(B)\nA.m()\n",
            "title T\ngroup G { B C }\n@Actor A as \"x\" #fff 100\n@Starter(A)\nA.m()\n",
        ] { #expect(try head(other) != first, "\(other)") }
        #expect(try head("title T\n@Actor A as \"x\" #fff 100 // c\ngroup G { B, C }\n@Starter(A)\nA.m()\n") == first)
    }
}
