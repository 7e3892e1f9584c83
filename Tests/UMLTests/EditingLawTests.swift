import Foundation
import Testing

@testable import UML

/// The law of editing, on diagrams and edits drawn by lot: what was meant has happened, and nothing else.
struct EditingLawTests {
    private static let rounds = 400
    private static let seed = ProcessInfo.processInfo.environment["UML_EDIT_SEED"].flatMap(UInt64.init) ?? 20_261_124

    /// Calls `edit` with many diagrams; it returns nil where the editor refuses.
    func forMany(_ name: String, atLeast share: Double, _ edit: (SequenceEditor, inout SourceGenerator) -> String?) {
        print("\(name): UML_EDIT_SEED=\(Self.seed)")
        var generator = SourceGenerator(seed: Self.seed)
        var done = 0
        for _ in 0..<Self.rounds {
            let source = generator.next()
            let document = SequenceDocument(SourceText(source))
            #expect(!document.hasErrors, "\(source)")
            let editor = SequenceEditor(document)
            if let problem = edit(editor, &generator) {
                if problem != "refused" {
                    Issue.record("\(name): \(problem)\n\(source)")
                    return
                }
            } else {
                done += 1
            }
        }
        #expect(Double(done) >= share * Double(Self.rounds), "\(name): only \(done) of \(Self.rounds) were made")
    }

    func flat(_ source: SourceText) -> [String] { Flat.statements(SequenceDocument(source)) }

    @Test func renaming() {
        forMany("rename", atLeast: 0.95) { editor, generator in
            let known = editor.diagram.participants.filter { !$0.isImplicitStarter }
            let participant = generator.pick(known)
            let name = generator.pick(["Zed", "if", "the \"new\" one", "新しい", "🚀"])
            guard let edits = try? editor.renameParticipant(participant.id, to: name) else { return "refused" }
            let after = editor.source.applying(edits)
            let expected = Flat.statements(editor.document) { $0 == participant.name ? name : $0 }
            return flat(after) == expected ? nil : "\(participant.name) to \(name) gave\n\(after.string)"
        }
    }

    @Test func removing() {
        forMany("remove", atLeast: 0.85) { editor, generator in
            let site = generator.pick(editor.sites)
            guard let edits = try? editor.remove(site.statement.id) else { return "refused" }
            let after = editor.source.applying(edits)
            let removed = editor.sites.filter { $0.path.isInside(site.path) }.count
            return flat(after).count == editor.sites.count - removed ? nil : "removing \(site.statement.id) gave\n\(after.string)"
        }
    }

    @Test func inserting() {
        forMany("insert", atLeast: 0.9) { editor, generator in
            let point = Self.anyPoint(editor, &generator)
            let sort = generator.pick([MessageSort.synchCall, .asynchCall, .reply])
            guard let edits = try? editor.insertMessage(sort, from: "A", to: "New one", "inserted words", at: point) else { return "refused" }
            let after = editor.source.applying(edits)
            let line = "\(sort.rawValue) A > New one: inserted words"
            var statements = flat(after)
            guard statements.filter({ $0 == line }).count == 1 else { return "inserting at \(point) gave\n\(after.string)" }
            statements.removeAll { $0 == line }
            return statements == flat(editor.source) && edits.changes.count == 1 ? nil : "inserting at \(point) changed more:\n\(after.string)"
        }
    }

    @Test func moving() {
        forMany("move", atLeast: 0.5) { editor, generator in
            let site = generator.pick(editor.sites)
            let point = Self.anyPoint(editor, &generator)
            guard let edits = try? editor.move(site.statement.id, to: point) else { return "refused" }
            let after = editor.source.applying(edits)
            // A `return` that moves is written with an arrow; all else keeps its words.
            return flat(after).sorted() == flat(editor.source).sorted() ? nil : "moving \(site.statement.id) to \(point) gave\n\(after.string)"
        }
    }

    @Test func wrappingAndUnwrapping() {
        forMany("wrap", atLeast: 0.8) { editor, generator in
            let site = generator.pick(editor.sites)
            let kind = generator.pick([FragmentKind.alternatives, .option, .loop, .critical, .assertion, .parallel, .section])
            guard let edits = try? editor.wrap(site.statement.id, through: site.statement.id, in: kind, condition: "x") else { return "refused" }
            let wrapped = editor.source.applying(edits)
            var statements = flat(wrapped)
            guard
                let index = statements.indices.first(where: {
                    statements[$0].hasPrefix("\(kind.rawValue) x") || statements[$0].hasPrefix("\(kind.rawValue) [x]")
                })
            else { return "wrapping \(site.statement.id) gave\n\(wrapped.string)" }
            let others = Set(flat(editor.source))
            statements.removeAll { !others.contains($0) }
            guard statements.count == editor.sites.count else { return "wrapping \(site.statement.id) changed more:\n\(wrapped.string)" }
            let again = SequenceEditor(SequenceDocument(wrapped))
            let id = again.sites[index].statement.id
            guard !again.sites[index].isOperand, let undone = try? again.unwrap(id) else { return nil }
            return flat(wrapped.applying(undone)) == flat(editor.source)
                ? nil : "unwrapping gave\n\(wrapped.applying(undone).string)\nof\n\(wrapped.string)"
        }
    }

    @Test func removingParticipants() {
        forMany("remove participant", atLeast: 0.5) { editor, generator in
            let participant = generator.pick(editor.diagram.participants.filter { !$0.isImplicitStarter })
            guard let edits = try? editor.removeParticipant(participant.id) else { return "refused" }
            let after = editor.source.applying(edits)
            let diagram = SequenceDocument(after).diagram
            return diagram.participants.contains { $0.name == participant.name } ? "\(participant.name) is still in\n\(after.string)" : nil
        }
    }

    @Test func changingTexts() {
        forMany("text", atLeast: 0.7) { editor, generator in
            let site = generator.pick(editor.sites)
            let text = generator.pick(["new words", "f(x)", "a \"b\" c", "完了 🎉"])
            guard let edits = try? editor.changeText(of: site.statement.id, to: text) else { return "refused" }
            let after = flat(editor.source.applying(edits))
            let before = flat(editor.source)
            let changed = zip(before, after).filter { $0 != $1 }.count
            return before.count == after.count && changed == 1 && edits.changes.count == 1 ? nil : "gave\n\(editor.source.applying(edits).string)"
        }
    }

    @Test func addingParticipants() {
        forMany("add participant", atLeast: 0.95) { editor, generator in
            let name = generator.pick(["Zed", "if", "the \"new\" one", "新しい", "🚀"])
            let kind = generator.pick([ParticipantKind.participant, .actor, .database, .queue])
            guard let edits = try? editor.addParticipant(name, kind: kind) else { return "refused" }
            let after = editor.source.applying(edits)
            let diagram = SequenceDocument(after).diagram
            let added = diagram.participants.filter { $0.name == name }
            let others = diagram.participants.filter { $0.name != name }.map(\.name)
            let isAsMeant = added.count == 1 && added[0].kind == kind && added[0].declaration != nil
            let isAllElse =
                flat(after) == flat(editor.source) && Set(others) == Set(editor.diagram.participants.map(\.name)) && edits.changes.count == 1
            return isAsMeant && isAllElse ? nil : "\(kind) \(name) gave\n\(after.string)"
        }
    }

    @Test func changingSorts() {
        forMany("change sort", atLeast: 0.25) { editor, generator in
            let site = generator.pick(editor.sites)
            guard case .message(let message) = site.statement.content else { return "refused" }
            let sort = generator.pick([MessageSort.synchCall, .asynchCall, .reply].filter { $0 != message.sort })
            guard let edits = try? editor.changeSort(of: site.statement.id, to: sort) else { return "refused" }
            let (before, after) = (flat(editor.source), flat(editor.source.applying(edits)))
            let changed = before.indices.filter { $0 < after.count && before[$0] != after[$0] }
            let names = [message.sender, message.receiver].map { editor.diagram.participants[$0].name }
            let isAsMeant = changed.count == 1 && after[changed[0]].hasPrefix("\(sort.rawValue) \(names[0]) > \(names[1]): ")
            return isAsMeant && before.count == after.count && edits.changes.count == 1
                ? nil : "\(site.statement.id) to \(sort) gave\n\(editor.source.applying(edits).string)"
        }
    }

    static func anyPoint(_ editor: SequenceEditor, _ generator: inout SourceGenerator) -> InsertionPoint {
        var places: [(InsertionPoint.Place, Int)] = [(.body, editor.diagram.body.statements.count)]
        for site in editor.sites {
            switch site.statement.content {
            case .message(let message) where message.sort == .synchCall:
                places.append((.block(of: site.statement.id), message.block?.statements.count ?? 0))
            case .fragment(let fragment) where fragment.kind.hasStatementsAsOperands:
                places.append((.block(of: site.statement.id), fragment.operands.count))
            case .fragment(let fragment):
                for (number, operand) in fragment.operands.enumerated() {
                    places.append((.operand(of: site.statement.id, number), operand.block.statements.count))
                }
            default: break
            }
        }
        let (place, count) = generator.pick(places)
        return InsertionPoint(place, Int.random(in: 0...count, using: &generator.random))
    }
}
