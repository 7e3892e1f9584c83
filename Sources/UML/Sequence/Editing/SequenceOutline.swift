/// A sequence diagram as ``OutlineJSON``: participants from left to right, then statements down the text.
///
/// A `participant` has its `kind`. A `statement` has its `sort`; `place`, `owner`, `operand` and `index`, which say where it stands as the
/// commands take it; `blocks`, how many blocks it has or can have; messages have `sender` and `receiver`, and fragments `conditions`, one of each
/// operand.
struct SequenceOutline {
    private let diagram: SequenceDiagram
    private let identities: SequenceIdentities
    private var json = JSONText()
    private var isFirst = true

    /// - Returns: UTF-8.
    static func write(_ document: SequenceDocument) -> [UInt8] {
        var outline = SequenceOutline(document)
        outline.json.raw("{\"elements\":[")
        for id in document.diagram.columns { outline.write(document.diagram.participants[id]) }
        outline.write(document.diagram.body, Place())
        outline.json.raw("]}")
        return outline.json.bytes
    }

    private init(_ document: SequenceDocument) {
        diagram = document.diagram
        identities = document.identities
    }

    private struct Place {
        var holder = SequenceCommand.Holder.body
        var owner = ""
        var operand = 0
    }

    private mutating func write(_ participant: Participant) {
        open(identities.participants[participant.id], role: "participant")
        json.member("kind", participant.kind.rawValue)
        json.raw(",\"isName\":true")
        if let declaration = participant.declaration { write(declaration) }
        close(words: participant.name)
    }

    private mutating func write(_ block: Block, _ place: Place) {
        for (index, statement) in block.statements.enumerated() { write(statement, place, index) }
    }

    private mutating func write(_ statement: Statement, _ place: Place, _ index: Int) {
        let id = identities.statements[statement.id]
        open(id, role: "statement")
        json.member("place", place.holder.rawValue)
        json.member("owner", place.owner)
        json.member("operand", place.operand)
        json.member("index", index)
        write(statement.range)
        if let comment = statement.comment { json.member("comment", comment.text) }
        switch statement.content {
        case .message(let message):
            json.member("sort", message.sort.rawValue)
            json.member("sender", identities.participants[message.sender])
            json.member("receiver", identities.participants[message.receiver])
            json.member("blocks", message.sort == .synchCall || message.sort == .createMessage ? 1 : 0)
            close(words: message.text.text)
            if let block = message.block { write(block, Place(holder: .block, owner: id)) }
        case .fragment(let fragment):
            json.member("sort", fragment.kind.rawValue)
            json.member("blocks", fragment.operands.count)
            json.raw(",\"conditions\":")
            json.list(Array(fragment.operands.enumerated())) { json, operand in
                json.string((operand.offset == 0 ? fragment.heading : nil)?.text ?? operand.element.guardText?.text ?? "")
            }
            close(words: "")
            write(fragment, id)
        case .interactionUse(let use):
            json.member("sort", "ref")
            close(words: use.name.text)
        case .divider(let label):
            json.member("sort", "divider")
            close(words: label.text)
        }
    }

    private mutating func write(_ fragment: CombinedFragment, _ id: String) {
        for (number, operand) in fragment.operands.enumerated() {
            if fragment.kind.hasStatementsAsOperands, operand.block.range == operand.range {
                for inner in operand.block.statements { write(inner, Place(holder: .block, owner: id), number) }
            } else {
                write(operand.block, Place(holder: .operand, owner: id, operand: number))
            }
        }
    }

    private mutating func open(_ id: String, role: String) {
        json.raw(isFirst ? "{\"id\":" : ",{\"id\":")
        isFirst = false
        json.string(id)
        json.member("role", role)
    }

    private mutating func write(_ range: SourceRange) {
        json.member("start", range.start)
        json.member("end", range.end)
    }

    private mutating func close(words: String) {
        json.member("words", words)
        json.raw("}")
    }
}
