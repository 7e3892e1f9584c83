/// What a diagram consists of, as JSON for the browser:
/// `{"participants":[{"id","kind","name"}],"statements":[{"id","place","owner","operand","index","start","end","sort","blocks","text"}]}`.
///
/// `place`, `owner`, `operand` and `index` say where a statement stands, as the edits take it (0 the diagram, 1 a block, 2 an operand);
/// `blocks` how many blocks it has or can have, `text` the words that ``SequenceEditor/changeText(of:to:)`` changes; offsets are bytes.
/// Messages have `sender` and `receiver` too.
struct SequenceOutline {
    private var json: JSONText
    private var isFirst = true

    static func write(_ diagram: SequenceDiagram, to json: inout JSONText) {
        var outline = SequenceOutline(json: json)
        outline.write(diagram)
        json = outline.json
    }

    private mutating func write(_ diagram: SequenceDiagram) {
        json.raw("{\"participants\":[")
        for id in diagram.columns {
            let participant = diagram.participants[id]
            open()
            json.raw("\"kind\":")
            json.string(participant.kind.rawValue)
            json.member("id", id)
            close(text: participant.name, named: ",\"name\":")
        }
        json.raw("],\"statements\":[")
        isFirst = true
        write(diagram.body, place: 0, owner: -1, operand: 0)
        json.raw("]}")
    }

    private mutating func write(_ block: Block, place: Int, owner: Int, operand: Int) {
        for (index, statement) in block.statements.enumerated() { write(statement, place, owner, operand, index) }
    }

    private mutating func write(_ statement: Statement, _ place: Int, _ owner: Int, _ operand: Int, _ index: Int) {
        open()
        json.raw("\"id\":")
        json.number(statement.id)
        json.member("place", place)
        json.member("owner", owner)
        json.member("operand", operand)
        json.member("index", index)
        json.member("start", statement.range.start)
        json.member("end", statement.range.end)
        json.raw(",\"sort\":")
        switch statement.content {
        case .message(let message):
            json.string(message.sort.rawValue)
            json.member("sender", message.sender)
            json.member("receiver", message.receiver)
            json.member("blocks", message.sort == .synchCall || message.sort == .createMessage ? 1 : 0)
            close(text: message.text.text)
            if let block = message.block { write(block, place: 1, owner: statement.id, operand: 0) }
        case .fragment(let fragment):
            json.string(fragment.kind.rawValue)
            json.member("blocks", fragment.operands.count)
            close(text: "")
            for (number, operand) in fragment.operands.enumerated() {
                if fragment.kind.hasStatementsAsOperands, operand.block.range == operand.range {
                    for inner in operand.block.statements { write(inner, 1, statement.id, 0, number) }
                } else {
                    write(operand.block, place: 2, owner: statement.id, operand: number)
                }
            }
        case .interactionUse(let use):
            json.string("ref")
            close(text: use.name.text)
        case .divider(let label):
            json.string("divider")
            close(text: label.text)
        }
    }

    private mutating func open() {
        json.raw(isFirst ? "{" : ",{")
        isFirst = false
    }

    private mutating func close(text: String, named name: StaticString = ",\"text\":") {
        json.raw(name)
        json.string(text)
        json.raw("}")
    }
}
