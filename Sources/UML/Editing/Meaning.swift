/// What a statement says, without where and how it is written: two texts mean the same if these are equal.
struct Meaning: Equatable {
    /// Bytes, because comparing strings would bring Unicode's tables into the browser.
    var words: [UInt8]
    var blocks: [[Meaning]] = []

    static func of(_ block: Block, _ names: [String]) -> [Meaning] {
        var meanings: [Meaning] = []
        for statement in block.statements { meanings.append(of(statement, names)) }
        return meanings
    }

    private static func of(_ statement: Statement, _ names: [String]) -> Meaning {
        switch statement.content {
        case .message(let message):
            var meaning = Meaning.message(message.sort, names[message.sender], names[message.receiver], message.text.text, message.assignment?.text)
            if let block = message.block { meaning.blocks = [of(block, names)] }
            return meaning
        case .divider(let label): return Meaning(words: Array("== \(label.text)".utf8))
        case .interactionUse(let use):
            var words = "ref \(use.name.text)"
            for participant in use.participants { words += ", \(names[participant])" }
            return Meaning(words: Array(words.utf8))
        case .fragment(let fragment):
            var words = "\(fragment.kind.rawValue) \(fragment.heading?.text ?? "")"
            var blocks: [[Meaning]] = []
            for operand in fragment.operands {
                words += "|\(operand.guardText?.text ?? "")"
                blocks.append(of(operand.block, names))
            }
            // An operand made of one statement is written as that statement: their number is in the blocks already.
            if fragment.kind.hasStatementsAsOperands { words = "\(fragment.kind.rawValue) \(fragment.heading?.text ?? "")" }
            return Meaning(words: Array(words.utf8), blocks: blocks)
        }
    }

    static func message(_ sort: MessageSort, _ sender: String, _ receiver: String, _ text: String, _ assignment: String?) -> Meaning {
        Meaning(words: Array("\(sort.rawValue) \(sender) > \(receiver): \(text) = \(assignment ?? "")".utf8))
    }
}
