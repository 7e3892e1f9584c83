extension SequenceEditor {
    /// Renames a participant wherever the text names it.
    public func renameParticipant(_ id: Int, to name: String) throws(EditError) -> Edit {
        guard diagram.participants.indices.contains(id), !diagram.participants[id].isImplicitStarter else { throw .noSuchElement }
        let participant = diagram.participants[id]
        guard !participant.name.isSpelled(like: name) else { return .nothing }
        guard !isKnown(name) else { throw .nameInUse }
        let written = try Self.written(name)
        var edits: [TextEdit] = []
        for range in participant.references where isSpelledAsItsName(range, participant) {
            edits.append(TextEdit(range: range, replacement: written))
        }
        var renamed = names
        renamed[id] = name.bounded
        return try checked(edits, Meaning.of(diagram.body, renamed), head: HeadMeaning.of(diagram, renamed), renamed: (id, name))
    }

    func isKnown(_ name: String) -> Bool {
        for participant in diagram.participants {
            if participant.name.isSpelled(like: name) { return true }
            for range in participant.references where source[range].isSpelled(like: name) { return true }
        }
        return false
    }

    /// What a creation named may also be called by its type: such places keep the type's name.
    private func isSpelledAsItsName(_ range: SourceRange, _ participant: Participant) -> Bool {
        let first = source.bytes[range.start]
        if first == .ascii("\"") || first == .ascii("[") { return true }
        return source[range].isSpelled(like: participant.name)
    }

    /// Declares a participant, after all others that are declared.
    public func addParticipant(_ name: String, kind: ParticipantKind = .participant) throws(EditError) -> Edit {
        guard !isKnown(name) else { throw .nameInUse }
        return try checked([try declarationsAdded([try Self.declaration(of: kind, name)])], meanings, head: declaring(name, kind))
    }

    static func declaration(of kind: ParticipantKind, _ name: String) throws(EditError) -> String {
        (kind == .participant ? "participant" : kind.annotation) + " " + (try written(name))
    }

    /// Lines after all that declares somebody, or else where the text begins.
    func declarationsAdded(_ declarations: [String]) throws(EditError) -> TextEdit {
        let line = declarations.joined(separator: lineBreak)
        var end: Int?
        for participant in diagram.participants { if let declaration = participant.declaration { end = max(end ?? 0, declaration.end) } }
        for group in diagram.groups { end = max(end ?? 0, group.range.end) }
        if let starter = diagram.starterDeclaration { end = max(end ?? 0, starter.end) }
        if let title = diagram.title, end == nil { end = title.range.end }
        var edit = TextEdit(range: SourceRange(0, 0), replacement: line + lineBreak)
        if let end, end <= max(diagram.headEnd, diagram.title?.range.end ?? 0) {
            let lineEnd = lines.end(ofLineAt: end)
            let isHeadLine = skipBlanks(end) >= lineEnd
            edit =
                isHeadLine
                ? TextEdit(range: SourceRange(lineEnd, lineEnd), replacement: lineBreak + line)
                : TextEdit(range: SourceRange(end, end), replacement: lineBreak + line + lineBreak)
        }
        return edit
    }

    /// The head with one more declaration, after those that stand before the statements.
    private func declaring(_ name: String, _ kind: ParticipantKind) -> HeadMeaning {
        var count = 0
        for participant in diagram.participants {
            if let declaration = participant.declaration, declaration.start < diagram.headEnd { count += 1 }
        }
        var added = Participant(id: 0, name: name, label: name)
        added.kind = kind
        return head.declaring(added, at: count)
    }

    /// Removes a participant: its declaration, the messages that it sends or receives with all that happens in them, and its name in
    /// references; those that are about nobody else go as well.
    public func removeParticipant(_ id: Int) throws(EditError) -> Edit {
        guard diagram.participants.indices.contains(id) else { throw .noSuchElement }
        let participant = diagram.participants[id]
        var edits: [TextEdit] = []
        var isRemoved = [Bool](repeating: false, count: diagram.statementIDCount)
        var removed: [SourceRange] = []
        // Sites are in the order of the text, so what is inside of another comes after it.
        var last: StatementPath?
        for site in sites {
            guard hangs(site.statement, on: id) else { continue }
            if let last, site.path.isInside(last) { continue }
            if let edit = unnamed(participant, in: site.statement) {
                edits.append(edit)
                removed.append(site.statement.range)
                continue
            }
            last = site.path
            isRemoved[site.statement.id] = true
            removed.append(site.statement.range)
            edits.append(removal(extent(site.statement)))
        }
        if let declaration = participant.declaration { edits.append(removal(extent(declaration.start, declaration.end))) }
        if let starter = diagram.starterDeclaration, diagram.starter == id { edits.append(removal(extent(starter.start, starter.end))) }
        if isNamed(participant, outside: removed) { throw .changesMore }
        return try checked(
            edits, Meaning.of(diagram.body, names, without: isRemoved, forgetting: id), head: head.without(participant.name.bounded))
    }

    private func hangs(_ statement: Statement, on participant: Int) -> Bool {
        switch statement.content {
        case .message(let message): message.sender == participant || message.receiver == participant
        case .interactionUse(let use): use.participants.contains(participant)
        case .fragment, .divider: false
        }
    }

    /// Takes the name out of a reference that names others, too.
    private func unnamed(_ participant: Participant, in statement: Statement) -> TextEdit? {
        guard case .interactionUse(let use) = statement.content, use.participants.count > 1,
            let name = participant.references.first(where: { statement.range.contains($0) && $0.start >= use.name.range.end })
        else { return nil }
        var comma = name.start
        while comma > use.name.range.end, source.bytes[comma] != .ascii(",") { comma -= 1 }
        return TextEdit(range: SourceRange(comma, name.end), replacement: "")
    }

    /// Whether a place that names the participant is in none of what is taken out: `removed`, its declaration, and `@Starter`.
    private func isNamed(_ participant: Participant, outside removed: [SourceRange]) -> Bool {
        var next = 0
        for range in participant.references {
            if participant.declaration?.contains(range) == true { continue }
            if diagram.starter == participant.id, diagram.starterDeclaration?.contains(range) == true { continue }
            while next < removed.count, removed[next].end < range.end { next += 1 }
            if next == removed.count || !removed[next].contains(range) { return true }
        }
        return false
    }
}
