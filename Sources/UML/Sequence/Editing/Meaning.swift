/// What a statement says, without where and how it is written: two texts mean the same if these are equal.
struct Meaning: Equatable {
    /// Bytes, because comparing strings would bring Unicode's tables into the browser.
    var words: [UInt8]
    var blocks: [[Meaning]] = []
    /// The words of the comment above; nil where any will do, as for a statement that is new.
    var comment: [UInt8]?

    static func == (one: Meaning, other: Meaning) -> Bool {
        if let first = one.comment, let second = other.comment, first != second { return false }
        return one.words == other.words && one.blocks == other.blocks
    }

    /// - Parameter isLeftOut: Says of a statement's id whether to pass over it, with all that it holds.
    static func of(_ block: Block, _ names: [String], without isLeftOut: (Int) -> Bool = { _ in false }) -> [Meaning] {
        var meanings: [Meaning] = []
        for statement in block.statements where !isLeftOut(statement.id) {
            var meaning = of(statement, names, isLeftOut)
            meaning.comment = statement.comment.map { Array($0.text.utf8) } ?? []
            meanings.append(meaning)
        }
        return meanings
    }

    private static func of(_ statement: Statement, _ names: [String], _ isLeftOut: (Int) -> Bool) -> Meaning {
        switch statement.content {
        case .message(let message):
            var meaning = Meaning.message(message.sort, names[message.sender], names[message.receiver], message.text.text, message.assignment?.text)
            if let block = message.block { meaning.blocks = [of(block, names, without: isLeftOut)] }
            return meaning
        case .divider(let label): return Meaning(words: Array("== \(label.text)".utf8))
        case .interactionUse(let use): return reference(use.name.text, use.participants, names)
        case .fragment(let fragment): return of(fragment, names, isLeftOut)
        }
    }

    private static func of(_ fragment: CombinedFragment, _ names: [String], _ isLeftOut: (Int) -> Bool) -> Meaning {
        var words = "\(fragment.kind.rawValue) \(fragment.heading?.text ?? "")"
        var blocks: [[Meaning]] = []
        // An operand made of one statement is written as that statement: their number is in the blocks already, and it goes with it.
        if fragment.kind.hasStatementsAsOperands {
            for operand in fragment.operands {
                let inner = of(operand.block, names, without: isLeftOut)
                let isAlone = operand.block.range == operand.range && !operand.block.statements.isEmpty
                if !(isAlone && inner.isEmpty) { blocks.append(inner) }
            }
            if blocks.isEmpty { blocks = [[]] }
        } else {
            for operand in fragment.operands {
                words += "|\(operand.guardText?.text ?? "")"
                blocks.append(of(operand.block, names, without: isLeftOut))
            }
        }
        return Meaning(words: Array(words.utf8), blocks: blocks)
    }

    static func reference(_ name: String, _ participants: [Int], _ names: [String]) -> Meaning {
        var words = "ref \(name)"
        for participant in participants { words += ", \(names[participant])" }
        return Meaning(words: Array(words.utf8))
    }

    static func message(_ sort: MessageSort, _ sender: String, _ receiver: String, _ text: String, _ assignment: String?) -> Meaning {
        Meaning(words: Array("\(sort.rawValue) \(sender) > \(receiver): \(text) = \(assignment ?? "")".utf8))
    }

    /// A name as meanings hold it: a long one, which many statements can share, by its beginning, its length and its hash.
    static func name(_ name: String) -> String {
        guard name.utf8.count > 200 else { return name }
        return "\(name.shortened) \(name.utf8.count) \(FowlerNollVoHash.of(name.utf8))"
    }
}
