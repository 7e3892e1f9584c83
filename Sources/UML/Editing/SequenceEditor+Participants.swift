extension SequenceEditor {
    /// Renames a participant wherever the text names it.
    public func renameParticipant(_ id: Int, to name: String) throws(EditError) -> [TextEdit] {
        guard diagram.participants.indices.contains(id), !diagram.participants[id].isImplicitStarter else { throw .noSuchElement }
        let participant = diagram.participants[id]
        guard !participant.name.utf8.elementsEqual(name.utf8) else { return [] }
        guard !isKnown(name) else { throw .nameInUse }
        let written = try Self.written(name)
        var edits: [TextEdit] = []
        for range in participant.references where isSpelledAsItsName(range, participant) {
            edits.append(TextEdit(range: range, replacement: written))
        }
        var renamed = names
        renamed[id] = name
        return try checked(edits, Meaning.of(diagram.body, renamed))
    }

    private func isKnown(_ name: String) -> Bool {
        for participant in diagram.participants {
            if participant.name.utf8.elementsEqual(name.utf8) { return true }
            for range in participant.references where source[range].utf8.elementsEqual(name.utf8) { return true }
        }
        return false
    }

    /// What a creation named may also be called by its type: such places keep the type's name.
    private func isSpelledAsItsName(_ range: SourceRange, _ participant: Participant) -> Bool {
        let first = source.bytes[range.start]
        if first == .ascii("\"") || first == .ascii("[") { return true }
        return source[range].utf8.elementsEqual(participant.name.utf8)
    }

    /// Declares a participant, after all others that are declared.
    public func addParticipant(_ name: String, kind: ParticipantKind = .participant) throws(EditError) -> [TextEdit] {
        guard !isKnown(name) else { throw .nameInUse }
        let annotation = kind == .participant ? "participant" : "@" + Self.capitalized(kind.rawValue)
        let line = annotation + " " + (try Self.written(name))
        var end: Int?
        for participant in diagram.participants { if let declaration = participant.declaration { end = max(end ?? 0, declaration.end) } }
        for group in diagram.groups { end = max(end ?? 0, group.range.end) }
        if let starter = diagram.starterDeclaration { end = max(end ?? 0, starter.end) }
        if let title = diagram.title, end == nil { end = title.range.end }
        var edit = TextEdit(range: SourceRange(0, 0), replacement: line + lineBreak)
        if let end, end <= max(diagram.headEnd, diagram.title?.range.end ?? 0) {
            let lineEnd = source.endOfLine(end)
            let isHeadLine = source.trimmed(SourceRange(end, lineEnd)).length == 0
            edit =
                isHeadLine
                ? TextEdit(range: SourceRange(lineEnd, lineEnd), replacement: lineBreak + line)
                : TextEdit(range: SourceRange(end, end), replacement: lineBreak + line + lineBreak)
        }
        return try checked([edit], meanings) { names in names.contains { $0.utf8.elementsEqual(name.utf8) } }
    }

    private static func capitalized(_ word: String) -> String {
        var bytes = Array(word.utf8)
        if let first = bytes.first { bytes[0] = first - 0x20 }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Removes a participant: its declaration, the messages that it sends or receives with all that happens in them, and its name in
    /// references.
    public func removeParticipant(_ id: Int) throws(EditError) -> [TextEdit] {
        guard diagram.participants.indices.contains(id) else { throw .noSuchElement }
        let participant = diagram.participants[id]
        var edits: [TextEdit] = []
        var expected = meanings
        var removed: [StatementPath] = []
        for site in sites {
            guard case .message(let message) = site.statement.content, message.sender == id || message.receiver == id else { continue }
            guard !removed.contains(where: { site.path.isInside($0) }) else { continue }
            removed.append(site.path)
            edits.append(removal(extent(site.statement)))
        }
        for index in removed.indices.reversed() {
            let isOperand = sites.first { $0.path == removed[index] }?.isOperand ?? false
            _ = expected.remove(removed[index].steps[...], emptiesOperand: isOperand)
        }
        if let declaration = participant.declaration { edits.append(removal(extent(declaration.start, declaration.end))) }
        if let starter = diagram.starterDeclaration, diagram.starter == id { edits.append(removal(extent(starter.start, starter.end))) }
        if participant.references.contains(where: { isLeft($0, participant, removed) }) { throw .changesMore }
        return try checked(edits, expected) { names in !names.contains { $0.utf8.elementsEqual(participant.name.utf8) } }
    }

    /// Whether a place that names the participant is in none of what is taken out.
    private func isLeft(_ range: SourceRange, _ participant: Participant, _ removed: [StatementPath]) -> Bool {
        if participant.declaration?.contains(range) == true { return false }
        if diagram.starter == participant.id, diagram.starterDeclaration?.contains(range) == true { return false }
        return !sites.contains { removed.contains($0.path) && $0.statement.range.contains(range) }
    }
}
