/// What a statement says, without where and how it is written: two texts mean the same if these are equal.
struct Meaning: Equatable {
    /// Bytes, because comparing strings would bring Unicode's tables into the browser.
    var words: [UInt8]
    var blocks: [[Meaning]] = []
    /// The words of the comment above; nil where any will do, as for a statement that is new.
    var comment: [UInt8]?
    /// The id of the statement that says it; nil for one that is new. No part of the meaning.
    var origin: Int?

    static func == (one: Meaning, other: Meaning) -> Bool {
        if let first = one.comment, let second = other.comment, first != second { return false }
        return one.words == other.words && one.blocks == other.blocks
    }

    /// - Parameters:
    ///   - isLeftOut: Says by the ids of statements which to pass over, with all that they hold; none, if it is empty.
    ///   - participant: Whom references don't name.
    static func of(_ block: Block, _ names: [String], without isLeftOut: [Bool] = [], forgetting participant: Int? = nil) -> [Meaning] {
        var meanings: [Meaning] = []
        for statement in block.statements where isLeftOut.isEmpty || !isLeftOut[statement.id] {
            var meaning = of(statement, names, isLeftOut, participant)
            meaning.origin = statement.id
            meaning.comment = statement.comment.map { Array($0.text.utf8) } ?? []
            meanings.append(meaning)
        }
        return meanings
    }

    private static func of(_ statement: Statement, _ names: [String], _ isLeftOut: [Bool], _ participant: Int?) -> Meaning {
        var meaning = Meaning(words: words(of: statement, names))
        switch statement.content {
        case .message(let message):
            if let block = message.block { meaning.blocks = [of(block, names, without: isLeftOut, forgetting: participant)] }
        case .fragment(let fragment): meaning.blocks = blocks(of: fragment, names, isLeftOut, participant)
        case .interactionUse(let use):
            meaning.words = reference(use.name.text, use.participants.filter { $0 != participant }, names).words
        case .divider: break
        }
        return meaning
    }

    /// What a statement says without its blocks.
    static func words(of statement: Statement, _ names: [String]) -> [UInt8] {
        switch statement.content {
        case .message(let message):
            Meaning.message(message.sort, names[message.sender], names[message.receiver], message.text.text, message.assignment?.text).words
        case .divider(let label): Array("== \(label.text)".utf8)
        case .interactionUse(let use): reference(use.name.text, use.participants, names).words
        case .fragment(let fragment): words(of: fragment)
        }
    }

    static func words(of fragment: CombinedFragment) -> [UInt8] {
        var words = "\(fragment.kind.rawValue) \(fragment.heading?.text ?? "")"
        // Operands made of one statement are written as that statement.
        if !fragment.kind.hasStatementsAsOperands { for operand in fragment.operands { words += "|\(operand.guardText?.text ?? "")" } }
        return Array(words.utf8)
    }

    private static func blocks(of fragment: CombinedFragment, _ names: [String], _ isLeftOut: [Bool], _ participant: Int?) -> [[Meaning]] {
        var blocks: [[Meaning]] = []
        for operand in fragment.operands {
            let inner = of(operand.block, names, without: isLeftOut, forgetting: participant)
            // An operand made of one statement goes with it: their number is in the blocks already.
            let isGone =
                fragment.kind.hasStatementsAsOperands && inner.isEmpty && operand.block.range == operand.range
                && !operand.block.statements.isEmpty
            if !isGone { blocks.append(inner) }
        }
        return blocks.isEmpty && fragment.kind.hasStatementsAsOperands ? [[]] : blocks
    }

    static func reference(_ name: String, _ participants: [Int], _ names: [String]) -> Meaning {
        var words = "ref \(name)"
        for participant in participants { words += ", \(names[participant])" }
        return Meaning(words: Array(words.utf8))
    }

    static func message(_ sort: MessageSort, _ sender: String, _ receiver: String, _ text: String, _ assignment: String?) -> Meaning {
        Meaning(words: Array("\(sort.rawValue) \(sender) > \(receiver): \(text) = \(assignment ?? "")".utf8))
    }
}
