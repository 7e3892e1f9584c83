extension SequenceEditor {
    /// Declares a participant who stands right of so many others.
    public func addParticipant(_ name: String, kind: ParticipantKind, column: Int) throws(EditError) -> Edit {
        guard column < diagram.columns.count else { return try addParticipant(name, kind: kind) }
        guard !isKnown(name) else { throw .nameInUse }
        var added = Participant(id: diagram.participants.count, name: name, label: name)
        added.kind = kind
        var columns = diagram.columns
        columns.insert(added.id, at: column)
        return try arrange(columns, moved: added)
    }

    /// Moves a participant to where so many of the others stand to the left.
    public func moveParticipant(_ id: Int, to column: Int) throws(EditError) -> Edit {
        guard diagram.participants.indices.contains(id), !diagram.participants[id].isImplicitStarter, column < diagram.columns.count else {
            throw .noSuchElement
        }
        var columns = diagram.columns
        columns.removeAll { $0 == id }
        columns.insert(id, at: column)
        if columns == diagram.columns { return .nothing }
        return try arrange(columns, moved: diagram.participants[id])
    }

    /// Declares participants in the order in which they are to stand: as many as it takes for the others to follow as they appear.
    ///
    /// - Parameter least: So many at least.
    func arrange(_ columns: [Int], moved: Participant, declaring least: Int = 0) throws(EditError) -> Edit {
        guard diagram.groups.isEmpty else { throw .changesMore }
        func participant(_ id: Int) -> Participant { id == moved.id ? moved : diagram.participants[id] }
        var count = columns.count
        while count > 0, isFree(columns[count - 1]), count == columns.count || columns[count - 1] < columns[count] { count -= 1 }
        count = max(count, least)
        var order: [Participant] = []
        for id in columns[..<count] where !participant(id).isImplicitStarter && !isFirst(id) { order.append(participant(id)) }
        var names: [String] = []
        for id in columns { names.append(participant(id).name.bounded) }
        return try checked(try declarations(in: order, moved: moved), meanings, head: head.declaring(order), columns: names)
    }

    /// Whether somebody may stand where the text first names them.
    private func isFree(_ id: Int) -> Bool {
        diagram.participants.indices.contains(id) && diagram.participants[id].declaration == nil && !isFirst(id)
    }

    /// Whether `@Starter` says that somebody stands before all.
    func isFirst(_ id: Int) -> Bool { diagram.starterDeclaration != nil && diagram.starter == id }

    /// Who is moved or not declared yet comes before the next one whose declaration stays, or after all.
    private func declarations(in order: [Participant], moved: Participant) throws(EditError) -> [TextEdit] {
        var edits: [TextEdit] = []
        if let declaration = moved.declaration { edits.append(removal(extent(declaration.start, declaration.end))) }
        var waiting: [String] = []
        var last: SourceRange?
        for participant in order {
            if let declaration = participant.declaration, participant.id != moved.id {
                let extent = extent(declaration.start, declaration.end)
                if !waiting.isEmpty { edits.append(TextEdit(range: SourceRange(extent.start, extent.start), replacement: text(waiting) + lineBreak)) }
                (waiting, last) = ([], declaration)
            } else if let declaration = participant.declaration {
                let end = endWithComment(declaration.end, extent(declaration.start, declaration.end))
                waiting.append(source[SourceRange(declaration.start, end)])
            } else {
                waiting.append(try Self.declaration(of: participant.kind, participant.name))
            }
        }
        if waiting.isEmpty { return edits }
        guard let last else {
            // Nothing else is declared: all stands in the place of the one that is moved.
            guard let old = edits.first else { return [try declarationsAdded(waiting)] }
            let isWhole = source.bytes[max(old.range.end - 1, 0)].isLineBreak
            return [TextEdit(range: old.range, replacement: text(waiting) + (isWhole ? lineBreak : ""))]
        }
        let end = lines.end(ofLineAt: last.end)
        guard skipBlanks(last.end) >= end else { throw .changesMore }
        return edits + [TextEdit(range: SourceRange(end, end), replacement: lineBreak + text(waiting))]
    }

    private func text(_ declarations: [String]) -> String { declarations.joined(separator: lineBreak) }
}
