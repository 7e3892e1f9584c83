import Foundation
import Testing

@testable import UML

/// Ids last: after any change an element that is still there has its id, or the change says its new one.
struct SuccessionTests {
    private static let seed = ProcessInfo.processInfo.environment["UML_EDIT_SEED"].flatMap(UInt64.init) ?? 20_261_126

    // MARK: What ids look like

    @Test func elementsAreKnownByWhatTheTextCallsThem() {
        let document = SequenceDocument(
            SourceText(
                "group back { B }\nA -> B: one\nA -> B: two\nm()\nif (x) { B -> A: three }\nif (y) { }\nref(\"see # 3\")\n== 1/2 ==\n\"a/b: c\" -> A: x\n"
            ))
        let ids = document.identities
        #expect(ids.participants == ["B", "A", "a%2Fb%3A c"])
        #expect(ids.groups == [":group back"])
        #expect(
            ids.statements == [
                "A/B", "A/B#2", "A/A", ":alt", "B/A", ":alt#2", ":ref see %23 3", ":divider 1%2F2", "a%2Fb%3A c/A",
            ])
    }

    @Test func theCallerThatNobodyNamesHasAnIdToo() {
        #expect(SequenceDocument(SourceText("m()\nA.n()\n")).identities.statements == [":caller/:caller", ":caller/A"])
    }

    @Test func idsDifferWhateverNamesAreLike() {
        let long = String(repeating: "x", count: 300)
        let names = ["A", "A#2", ":A", "A/A", "%41", "\(long)1", "\(long)2", "🚀", ":alt", ":caller"]
        let text = names.map { "\"\($0)\" -> \"\($0)\": hi\n\"\($0)\" -> \"\($0)\": hi\nif (x) { }\n" }.joined()
        let ids = SequenceDocument(SourceText("m()\n" + text)).identities
        let all = ids.participants + ids.statements + ids.groups
        #expect(Set(all).count == all.count)
        for (number, id) in ids.statements.enumerated() { #expect(ids.statement(id) == number) }
        for (number, id) in ids.participants.enumerated() { #expect(ids.participant(id) == number) }
    }

    // MARK: Typed changes

    private func successions(_ before: String, _ after: String) -> [String] {
        let (old, new) = (Document.parse(before), Document.parse(after))
        return new.successions(since: old).map { "\($0.id) > \($0.successor ?? "-")" }
    }

    @Test func whatIsPutInAboveMovesTheCount() {
        #expect(successions("A -> B: one\nA -> B: two\n", "A -> B: zero\nA -> B: one\nA -> B: two\n") == ["A/B > A/B#2", "A/B#2 > A/B#3"])
        #expect(successions("A -> B: one\nA -> B: two\n", "A -> B: two\n") == ["A/B > -", "A/B#2 > A/B"])
        #expect(successions("A -> B: one\nA -> B: two\n", "A -> B: one!\nA -> B: two\n") == [])
    }

    /// The parser takes an id for what it lets go of then.
    @Test(arguments: ["par {\n  {\n", "par { {} }\n", "strict { { } }\n", "new() { a.b() }\n", "new { a.b() }\n"])
    func whatTheParserHasLetGoOfHasNoSuccessor(_ text: String) {
        #expect(successions("A -> B: one\n\(text)", "A -> B: one\n\(text)C") == [])
        #expect(successions("A -> B: one\nA -> B: two\n\(text)", "A -> B: two\n\(text)") == ["A/B > -", "A/B#2 > A/B"])
    }

    @Test func aNameThatIsTypedAnewIsTheSameParticipant() {
        #expect(successions("@Actor A\nA -> B: one\n", "@Actor Ann\nA -> B: one\n") == [])
        #expect(successions("@Actor A\n", "@Actor Ann\n") == ["A > Ann"])
        #expect(successions("A -> B: one\n", "Ann -> B: one\n") == ["A > Ann", "A/B > Ann/B"])
        #expect(successions("A -> B: one\nB -> C: two\n", "C -> B: one\nB -> C: two\n") == ["A > -", "A/B > C/B"])
    }

    @Test func whatIsTypedRightBeforeAStatementBecomesAPartOfIt() {
        #expect(successions("B.m()\n", "r = B.m()\n") == [])
        #expect(successions("if (x) {\n  r = B.m()\n}\n", "if (x) {\nT  r = B.m()\n}\n") == [])
        #expect(successions("A -> B: x\n", "C -> A: y\nA -> B: x\n") == [])
    }

    @Test func twoVersionsThatWereBroughtTogetherKeepWhatIsInBoth() {
        let before = "A -> B: one\nA -> B: two\nA -> B: three\nC -> D: four\n"
        let after = "A -> B: new\nA -> B: one\nA -> B: three\nC -> D: four\nC -> D: five\n"
        #expect(successions(before, after) == ["A/B > A/B#2", "A/B#2 > -"])
    }

    /// Every statement of the generated texts says something of its own, by which it is known here apart from the engine's own ways.
    @Test func whatIsStillThereIsFoundAfterAnyTyping() {
        print("typing: UML_EDIT_SEED=\(Self.seed)")
        var generator = SourceGenerator(seed: Self.seed)
        var kept = 0
        for _ in 0..<400 {
            let before = generator.next()
            let after = Self.typed(before, &generator)
            let (old, new) = (SequenceDocument(SourceText(before)), SequenceDocument(SourceText(after)))
            let changes = TypedSuccession.between(old, new).changes(old.identities, new.identities)
            if let problem = Self.problem(old, new, changes, &kept) {
                Issue.record("\(problem)\n\(before)\n=====\n\(after)\n\(changes)")
                return
            }
        }
        #expect(kept > 1500)
    }

    /// A line put in, taken out, doubled or broken, or a letter typed.
    private static func typed(_ source: String, _ generator: inout SourceGenerator) -> String {
        var lines = source.components(separatedBy: "\n")
        let place = Int.random(in: 0..<lines.count, using: &generator.random)
        switch Int.random(in: 0..<5, using: &generator.random) {
        case 0: lines.insert(generator.pick(["A -> B: put in", "loop(x) {", "}", "// remark", "A.put() { }", "@Actor Z", ""]), at: place)
        case 1: lines.remove(at: place)
        case 2: lines.removeSubrange(place..<min(place + 3, lines.count))
        case 3: lines[place] += generator.pick(["x", " ", "{", "}", ".more()"])
        default: lines[place] = generator.pick(["x", "A", "if (put) { ", "  "]) + lines[place]
        }
        return lines.joined(separator: "\n")
    }

    private static func problem(_ old: SequenceDocument, _ new: SequenceDocument, _ changes: [Succession], _ kept: inout Int) -> String? {
        let ids = new.identities.participants + new.identities.groups + new.identities.statements
        var targets: [String: String] = [:]
        for change in changes { targets[change.id] = .some(change.successor ?? "-") }
        func successor(_ id: String) -> String { targets[id] ?? id }
        var reached: Set<String> = []
        for id in (old.identities.participants + old.identities.groups + old.identities.statements) where !id.isEmpty {
            let now = successor(id)
            guard now != "-" else { continue }
            if !ids.contains(now) { return "\(id) has become \(now), which is not there" }
            if !reached.insert(now).inserted { return "two have become \(now)" }
        }
        let found = marks(new)
        for (mark, id) in marks(old) {
            guard let now = found[mark] else { continue }
            kept += 1
            if successor(id) != now { return "“\(mark)” was \(id) and is \(now), not \(successor(id))" }
        }
        return nil
    }

    /// The ids of statements by what only they say.
    private static func marks(_ document: SequenceDocument) -> [String: String] {
        var marks: [String: String] = [:]
        for site in document.diagram.sites() {
            let id = document.identities.statements[site.statement.id]
            let words: String
            switch site.statement.content {
            case .message(let message): words = "\(message.sender == message.receiver ? "" : ".")\(message.text.text)"
            case .interactionUse(let use): words = "ref \(use.name.text)"
            case .fragment(let fragment): words = fragment.operands.first?.guardText?.text ?? fragment.heading?.text ?? ""
            case .divider: continue
            }
            if words.contains(/m\d/) { marks[words] = id }
        }
        return marks
    }

    // MARK: Edits

    @Test func whatIsStillThereIsFoundAfterAnyEdit() {
        print("edits: UML_EDIT_SEED=\(Self.seed)")
        var generator = SourceGenerator(seed: Self.seed)
        var (kept, done) = (0, 0)
        for _ in 0..<1200 {
            let before = generator.next()
            let editor = SequenceEditor(SequenceDocument(SourceText(before)))
            guard let edit = try? Self.edited(editor, &generator) else { continue }
            done += 1
            let new = SequenceDocument(editor.source.applying(edit))
            if let problem = Self.problem(editor.document, new, edit.successions, &kept) {
                Issue.record("\(problem)\n\(before)\n=====\n\(new.source.string)\n\(edit.successions)")
                return
            }
            let known = Set(editor.document.identities.statements + editor.document.identities.participants)
            let ids = new.identities.statements.filter { !$0.isEmpty } + new.identities.participants
            let reached = Set(edit.successions.compactMap(\.successor)).union(known.subtracting(edit.successions.map(\.id)))
            #expect(Set(edit.created) == Set(ids).subtracting(reached), "\(before)\n=====\n\(new.source.string)")
        }
        #expect(done > 800)
        #expect(kept > 4000)
    }

    private static func edited(_ editor: SequenceEditor, _ generator: inout SourceGenerator) throws -> Edit {
        let statement = generator.pick(editor.sites).statement.id
        let participant = generator.pick(editor.diagram.participants).id
        switch Int.random(in: 0..<9, using: &generator.random) {
        case 0: return try editor.renameParticipant(participant, to: generator.pick(["Zed", "a/b", ":x"]))
        case 1: return try editor.removeParticipant(participant)
        case 2: return try editor.addParticipant("Zed")
        case 3: return try editor.insertMessage(.asynchCall, from: "A", to: "B", "put in", at: place(editor, &generator))
        case 4: return try editor.move(statement, to: place(editor, &generator))
        case 5: return try editor.wrap(statement, through: statement, in: generator.pick([.option, .parallel, .section]), condition: "x")
        case 6: return try editor.unwrap(statement)
        case 7: return try editor.changeSort(of: statement, to: generator.pick([.asynchCall, .reply, .synchCall]))
        default: return try editor.remove(statement)
        }
    }

    private static func place(_ editor: SequenceEditor, _ generator: inout SourceGenerator) -> InsertionPoint {
        let owner = generator.pick(editor.sites).statement.id
        return generator.pick([
            InsertionPoint(.body, Int.random(in: 0...editor.diagram.body.statements.count, using: &generator.random)),
            InsertionPoint(.block(of: owner), 0), InsertionPoint(.operand(of: owner, 0), 1),
        ])
    }

    @Test func aRenameTellsWhatItChanges() throws {
        let document = Document.parse("@Actor A\nA -> B: one\nA -> B: two\n")
        let edit = try document.edit(Array("changeWords\0A\0Ann".utf8))
        #expect(edit.successions.map { "\($0.id) > \($0.successor ?? "-")" } == ["A > Ann", "A/B > Ann/B", "A/B#2 > Ann/B#2"])
        #expect(edit.created == [])
    }

    @Test func whatIsInsertedIsTold() throws {
        let document = Document.parse("A -> B: one\nA -> B: two\n")
        let edit = try document.edit(Array("insertMessage\0asynchCall\0A\0B\0new\0body\0\00\01".utf8))
        #expect(edit.created == ["A/B#2"])
        #expect(edit.successions == [Succession(id: "A/B#2", successor: "A/B#3")])
        #expect(try document.edit(Array("addParticipant\0actor\0Zed\00".utf8)).created == ["Zed"])
    }

    @Test func whatIsMovedOrWrappedIsFollowed() throws {
        let document = Document.parse("A -> B: one\nA -> B: two\nC -> D: three\n")
        let moved = try document.edit(Array("move\0A/B\0body\0\00\03".utf8))
        #expect(moved.successions.map { "\($0.id) > \($0.successor ?? "-")" } == ["A/B > A/B#2", "A/B#2 > A/B"])
        let wrapped = try document.edit(Array("wrap\0A/B\0A/B#2\0opt\0x".utf8))
        #expect(wrapped.created == [":opt"])
        #expect(wrapped.successions == [])
    }

    @Test(arguments: ["", "rename\0A\0B", "remove", "remove\0A\0B", "changeSort\0A/B\0call", "move\0A/B\0body\0\0x\01", "move\0A/B\0nowhere\0\00\01"])
    func whatIsNoCommandIsRefused(_ command: String) {
        #expect(throws: EditError.badCommand) { try Document.parse("A -> B: x\n").edit(Array(command.utf8)) }
    }

    @Test(arguments: ["remove\0Z", "changeSort\0A\0reply", "move\0A/B#2\0body\0\00\01", "move\0A/B\0block\0A/C\00\01", "unwrap\0A/B"])
    func whatIsNotThereIsRefused(_ command: String) {
        #expect(throws: EditError.noSuchElement) { try Document.parse("A -> B: x\n").edit(Array(command.utf8)) }
    }
}
