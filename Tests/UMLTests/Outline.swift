@testable import UML

/// What a parser made of a text, one fact a line, with byte ranges: made to be read in a table of cases.
struct Outline {
    private let document: Document
    private let diagram: SequenceDiagram
    private(set) var lines: [String] = []

    static func lines(_ source: String) -> [String] {
        let document = Document.parse(source)
        guard case .sequence(let sequence) = document.diagram else { return [] }
        var outline = Outline(document: document, diagram: sequence.diagram)
        outline.write()
        return outline.lines
    }

    private init(document: Document, diagram: SequenceDiagram) {
        self.document = document
        self.diagram = diagram
    }

    private mutating func write() {
        if let title = diagram.title { lines.append("title \(quoted(title.text)) \(text(title.range))") }
        for column in diagram.columns { write(diagram.participants[column]) }
        for group in diagram.groups {
            lines.append("group \(quoted(group.name?.text ?? "")) of \(group.participants.map(name).joined(separator: ", ")) \(text(group.range))")
        }
        if let starter = diagram.starter { lines.append("starter \(name(starter))") }
        write(diagram.body, "")
        for diagnostic in document.diagnostics { lines.append("! \(diagnostic.severity.rawValue) \(diagnostic.code) \(text(diagnostic.range))") }
    }

    private mutating func write(_ participant: Participant) {
        var line = participant.isImplicitStarter ? "caller" : "\(participant.kind.rawValue) \(participant.name)"
        if participant.label != participant.name { line += " as \(quoted(participant.label))" }
        if let stereotype = participant.stereotype { line += " «\(stereotype)»" }
        if let emoji = participant.emoji { line += " emoji \(emoji)" }
        if let width = participant.minimumWidth { line += " width \(width)" }
        if let color = participant.color { line += " color \(color.red),\(color.green),\(color.blue)" }
        if let declaration = participant.declaration { line += " declared \(text(declaration))" }
        if let creation = participant.creation { line += " created by \(creation)" }
        line += " at \(participant.references.map(text).joined(separator: " "))"
        lines.append(line)
    }

    private mutating func write(_ block: Block, _ indent: String) {
        for statement in block.statements {
            if let comment = statement.comment { lines.append("\(indent)// \(quoted(comment.text)) \(text(comment.range))") }
            let start = "\(indent)\(statement.id) \(text(statement.range)) "
            switch statement.content {
            case .message(let message): write(message, start, indent)
            case .divider(let label): lines.append("\(start)divider \(quoted(label.text))")
            case .interactionUse(let use):
                lines.append("\(start)ref \(quoted(use.name.text)) over \(use.participants.map(name).joined(separator: ", "))")
            case .fragment(let fragment):
                lines.append("\(start)\(fragment.kind.rawValue)\(fragment.heading.map { " heading \(quoted($0.text))" } ?? "")")
                for operand in fragment.operands { write(operand, indent + "  ") }
            }
        }
    }

    private mutating func write(_ message: Message, _ start: String, _ indent: String) {
        var line = "\(start)\(message.sort.rawValue) \(name(message.sender)) -> \(name(message.receiver)) \(quoted(message.text.text))"
        if let assignment = message.assignment {
            line += " to \(quoted((assignment.modifiers + [assignment.text]).joined(separator: " ")))"
        }
        if message.block != nil { line += " {" }
        lines.append(line)
        if let block = message.block { write(block, indent + "  ") }
    }

    private mutating func write(_ operand: InteractionOperand, _ indent: String) {
        lines.append("\(indent)\(operand.role)\(operand.guardText.map { " [\($0.text)]" } ?? "") \(text(operand.range))")
        write(operand.block, indent + "  ")
    }

    private func name(_ participant: Int) -> String {
        diagram.participants[participant].isImplicitStarter ? "caller" : diagram.participants[participant].name
    }

    private func text(_ range: SourceRange) -> String { "\(range.start)..\(range.end)" }

    private func quoted(_ text: String) -> String { "\"\(text.replacing("\n", with: "\\n"))\"" }
}
