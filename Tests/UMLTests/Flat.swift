@testable import UML

/// Every statement in the order of the text, without its place: written apart from the editor's own check, so that one can't hide the
/// other's mistake.
enum Flat {
    static func statements(_ document: SequenceDocument, renaming: (String) -> String = { $0 }) -> [String] {
        let diagram = document.diagram
        var lines: [String] = []
        func name(_ id: Int) -> String { renaming(diagram.participants[id].name) }
        func walk(_ block: Block) {
            for statement in block.statements {
                switch statement.content {
                case .message(let message):
                    let result = message.assignment.map { " = \($0.text)" } ?? ""
                    lines.append("\(message.sort.rawValue) \(name(message.sender)) > \(name(message.receiver)): \(message.text.text)\(result)")
                    if let block = message.block { walk(block) }
                case .fragment(let fragment):
                    let words = fragment.operands.map { operand in operand.guardText.map { "[\($0.text)]" } ?? "" }
                    let guards = fragment.kind.hasStatementsAsOperands ? "" : words.joined(separator: "|")
                    lines.append("\(fragment.kind.rawValue) \(fragment.heading?.text ?? "")\(guards)")
                    for operand in fragment.operands { walk(operand.block) }
                case .interactionUse(let use): lines.append("ref \(use.name.text) \(use.participants.map(name))")
                case .divider(let label): lines.append("== \(label.text)")
                }
            }
        }
        walk(diagram.body)
        return lines
    }
}
