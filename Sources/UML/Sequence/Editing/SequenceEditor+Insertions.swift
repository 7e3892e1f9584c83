extension SequenceEditor {
    /// Inserts a fragment that holds nothing yet.
    public func insertFragment(_ kind: FragmentKind, _ condition: String, at point: InsertionPoint) throws(EditError) -> Edit {
        try insert([try heading(kind, condition), "}"], try meaning(of: kind, condition), at: point)
    }

    public func insertDivider(_ words: String, at point: InsertionPoint) throws(EditError) -> Edit {
        try Self.requireOneLine(words)
        return try insert([words.isEmpty ? "==" : "== \(words) =="], Meaning(words: Array("== \(words)".utf8)), at: point)
    }

    /// Inserts a reference to another interaction, over the lifelines of some participants.
    public func insertReference(_ words: String, _ participants: [Int], at point: InsertionPoint) throws(EditError) -> Edit {
        try Self.requireOneLine(words)
        var line = "ref(" + Self.referenced(words)
        for participant in participants { line += ", " + (try Self.written(name(participant))) }
        return try insert([line + ")"], Meaning.reference(words, participants, names), at: point)
    }

    /// The name of an interaction as a reference writes it.
    static func referenced(_ words: String) -> String {
        let isPlain = !words.utf8.contains { $0 == .ascii(",") || $0 == .ascii(")") || $0 == .ascii("(") || $0 == .ascii("\"") }
        return isPlain ? words : quoted(words)
    }

    private func insert(_ lines: [String], _ meaning: Meaning, at point: InsertionPoint) throws(EditError) -> Edit {
        let edit = try insertion(of: lines, at: point.index, in: try site(of: point.place))
        var expected = meanings
        try insert(meaning, at: point, &expected)
        return try checked([edit], expected)
    }

    /// Makes another participant send or receive a message.
    public func attach(_ id: Int, _ end: SequenceCommand.MessageEnd, to participant: Int) throws(EditError) -> Edit {
        let site = try site(id)
        guard case .message(let message) = site.statement.content, diagram.participants.indices.contains(participant) else { throw .noSuchElement }
        let (sender, receiver) = end == .sender ? (participant, message.receiver) : (message.sender, participant)
        if sender == message.sender, receiver == message.receiver { return .nothing }
        let words = Meaning.message(message.sort, names[sender], names[receiver], message.text.text, message.assignment?.text).words
        var expected = meanings
        expected.update(site.path.steps[...]) { $0.words = words }
        return try checked([try attachment(message, end, try Self.written(name(participant)))], expected)
    }

    private func attachment(_ message: Message, _ end: SequenceCommand.MessageEnd, _ name: String) throws(EditError) -> TextEdit {
        if let range = end == .sender ? message.senderRange : message.receiverRange { return TextEdit(range: range, replacement: name) }
        guard message.sort == .synchCall else { throw .changesMore }
        // A call that names nobody is one to oneself; one that names no sender begins with its receiver.
        if end == .receiver { return TextEdit(range: SourceRange(message.text.range.start, message.text.range.start), replacement: "\(name).") }
        guard let receiver = message.receiverRange else { throw .changesMore }
        return TextEdit(range: SourceRange(receiver.start, receiver.start), replacement: "\(name) -> ")
    }
}
