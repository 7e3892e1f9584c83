import Testing

@testable import UML

/// The law for the edits that are made by drawing.
extension EditingLawTests {
    private func columns(_ source: SourceText) -> [String] {
        let diagram = SequenceDocument(source).diagram
        return diagram.columns.map { diagram.participants[$0].name }
    }

    @Test func movingParticipants() {
        forMany("move participant", atLeast: 0.4) { editor, generator in
            let participant = generator.pick(editor.diagram.participants.filter { !$0.isImplicitStarter })
            let column = Int.random(in: 0..<editor.diagram.columns.count, using: &generator.random)
            guard let edits = try? editor.moveParticipant(participant.id, to: column) else { return "refused" }
            let after = editor.source.applying(edits)
            var expected = columns(editor.source)
            expected.removeAll { $0 == participant.name }
            expected.insert(participant.name, at: column)
            return columns(after) == expected && flat(after) == flat(editor.source) ? nil : "\(participant.name) to \(column) gave\n\(after.string)"
        }
    }

    @Test func changingComments() {
        forMany("change comment", atLeast: 0.5) { editor, generator in
            guard !editor.sites.isEmpty else { return "refused" }
            let statement = generator.pick(editor.sites).statement
            let words = generator.pick(["", "a note", "two\nlines", "// x", "[red] y"])
            guard let edits = try? editor.changeComment(of: statement.id, to: words) else { return "refused" }
            let after = editor.source.applying(edits)
            let written = SequenceDocument(after).diagram.sites().first { $0.statement.id == statement.id }?.statement.comment?.text ?? ""
            return written == words && flat(after) == flat(editor.source) ? nil : "\(words) gave\n\(after.string)"
        }
    }

    @Test func changingKindsOfParticipants() {
        forMany("change kind", atLeast: 0.4) { editor, generator in
            let participant = generator.pick(editor.diagram.participants)
            let kind = generator.pick(ParticipantKind.allCases)
            guard let edits = try? editor.changeKind(of: participant.id, to: kind) else { return "refused" }
            let after = editor.source.applying(edits)
            let now = SequenceDocument(after).diagram.participants
            let isRight = editor.diagram.participants.allSatisfy { old in
                now.first { $0.name == old.name }?.kind == (old.id == participant.id ? kind : old.kind)
            }
            return isRight && columns(after) == columns(editor.source) && flat(after) == flat(editor.source)
                ? nil : "\(participant.name) to \(kind) gave\n\(after.string)"
        }
    }

    private func messages(_ source: SourceText) -> [String] {
        SequenceDocument(source).diagram.sites().compactMap { site in
            guard case .message(let message) = site.statement.content else { return nil }
            return "\(message.sort) \(message.sender) \(message.receiver) \(message.text.text)"
        }
    }

    @Test func changingKindsOfFragments() {
        forMany("change operator", atLeast: 0.3) { editor, generator in
            let fragments = editor.sites.filter { if case .fragment = $0.statement.content { true } else { false } }
            guard !fragments.isEmpty else { return "refused" }
            let id = generator.pick(fragments).statement.id
            let kind = generator.pick(FragmentKind.allCases)
            guard let edits = try? editor.changeOperator(of: id, to: kind, kind.hasStatementsAsOperands ? "" : "words") else { return "refused" }
            let after = editor.source.applying(edits)
            guard case .fragment(let changed)? = SequenceDocument(after).diagram.sites().first(where: { $0.statement.id == id })?.statement.content
            else { return "no fragment any more in\n\(after.string)" }
            return changed.kind == kind && messages(after) == messages(editor.source) ? nil : "\(id) to \(kind) gave\n\(after.string)"
        }
    }

    @Test func addingParticipantsAtAPlace() {
        forMany("add participant at a place", atLeast: 0.4) { editor, generator in
            let column = Int.random(in: 0...editor.diagram.columns.count, using: &generator.random)
            guard let edits = try? editor.addParticipant("Zed", kind: .database, column: column) else { return "refused" }
            let after = editor.source.applying(edits)
            var expected = columns(editor.source)
            // Behind all others is behind those that are declared.
            guard column < expected.count else { return flat(after) == flat(editor.source) ? nil : "gave\n\(after.string)" }
            expected.insert("Zed", at: column)
            return columns(after) == expected && flat(after) == flat(editor.source) ? nil : "at \(column) gave\n\(after.string)"
        }
    }

    @Test func insertingFragmentsDividersAndReferences() {
        forMany("insert more", atLeast: 0.8) { editor, generator in
            let point = Self.anyPoint(editor, &generator)
            let kind = generator.pick(FragmentKind.allCases)
            let participant = generator.pick(editor.diagram.participants.filter { !$0.isImplicitStarter })
            let which = Int.random(in: 0..<3, using: &generator.random)
            func insert() throws -> Edit {
                switch which {
                case 0: try editor.insertFragment(kind, kind.hasStatementsAsOperands ? "" : "words", at: point)
                case 1: try editor.insertDivider("words", at: point)
                default: try editor.insertReference("words, and more", [participant.id], at: point)
                }
            }
            guard let edits = try? insert() else { return "refused" }
            let after = editor.source.applying(edits)
            let (old, new) = (flat(editor.source), flat(after))
            let isOneMore = new.count == old.count + 1 && edits.created.count == 1
            return isOneMore && Self.isSubsequence(old, of: new) ? nil : "inserting \(which) \(kind) at \(point) gave\n\(after.string)"
        }
    }

    private static func isSubsequence(_ lines: [String], of all: [String]) -> Bool {
        var rest = lines[...]
        for line in all where line == rest.first { rest.removeFirst() }
        return rest.isEmpty
    }

    @Test func attachingMessages() {
        forMany("attach", atLeast: 0.25) { editor, generator in
            let site = generator.pick(editor.sites)
            guard case .message(let message) = site.statement.content else { return "refused" }
            let participant = generator.pick(editor.diagram.participants.filter { !$0.isImplicitStarter })
            let end = generator.pick([SequenceCommand.MessageEnd.sender, .receiver])
            guard let edits = try? editor.attach(site.statement.id, end, to: participant.id) else { return "refused" }
            let (before, after) = (flat(editor.source), flat(editor.source.applying(edits)))
            let changed = before.indices.filter { $0 < after.count && before[$0] != after[$0] }
            let isSame = (end == .sender ? message.sender : message.receiver) == participant.id
            return before.count == after.count && changed.count == (isSame ? 0 : 1)
                ? nil : "\(end) of \(site.statement.id) to \(participant.name) gave\n\(editor.source.applying(edits).string)"
        }
    }

    @Test func changingOperands() {
        forMany("operands", atLeast: 0.2) { editor, generator in
            let sites = editor.sites.filter { if case .fragment = $0.statement.content { true } else { false } }
            guard !sites.isEmpty else { return "refused" }
            let id = generator.pick(sites).statement.id
            guard case .fragment(let fragment)? = editor.sites.first(where: { $0.statement.id == id })?.statement.content else { return "none" }
            let number = Int.random(in: 0..<max(fragment.operands.count, 1), using: &generator.random)
            let which = Int.random(in: 0..<3, using: &generator.random)
            func edit() throws -> Edit {
                switch which {
                case 0: try editor.addOperand(to: id, generator.pick(["", "new words"]))
                case 1: try editor.changeOperand(number, of: id, to: "other words")
                default: try editor.removeOperand(number, of: id)
                }
            }
            guard let edits = try? edit() else { return "refused" }
            let after = editor.source.applying(edits)
            let removed = which == 2 ? fragment.operands[number].block.statements.count : 0
            let (old, new) = (flat(editor.source), flat(after))
            let isAsMany = removed == 0 ? new.count == old.count : new.count <= old.count - removed
            return isAsMany && !SequenceDocument(after).hasErrors ? nil : "\(which) of operand \(number) gave\n\(after.string)"
        }
    }
}
