extension SequenceEditor {
    /// Makes a participant one of another kind; who isn't declared yet is, where they stand.
    public func changeKind(of id: Int, to kind: ParticipantKind) throws(EditError) -> Edit {
        guard diagram.participants.indices.contains(id), !diagram.participants[id].isImplicitStarter else { throw .noSuchElement }
        var changed = diagram.participants[id]
        if changed.kind == kind { return .nothing }
        changed.kind = kind
        if let declaration = changed.declaration {
            return try checked([try kindEdit(declaration, kind)], meanings, head: head.changing(changed))
        }
        guard !isFirst(id), let column = diagram.columns.firstIndex(of: id) else { throw .changesMore }
        return try arrange(diagram.columns, moved: changed, declaring: column + 1)
    }

    /// The annotation of a declaration, or the word `participant`, says the kind.
    private func kindEdit(_ declaration: SourceRange, _ kind: ParticipantKind) throws(EditError) -> TextEdit {
        let first = word(at: declaration.start)
        let next = skipBlanks(first.end)
        let isKeyword = next < declaration.end && source[first].isSpelled(like: "participant")
        let annotation = isKeyword ? word(at: next) : first
        let isAnnotated = annotation.length > 0 && source.bytes[annotation.start] == .ascii("@")
        if isAnnotated, ParticipantKind(annotation: source.bytes[(annotation.start + 1)..<annotation.end]) == nil { throw .changesMore }
        let written = kind == .participant ? "participant" : kind.annotation
        guard isAnnotated || isKeyword else {
            return TextEdit(range: SourceRange(declaration.start, declaration.start), replacement: written + " ")
        }
        return TextEdit(range: SourceRange(declaration.start, isAnnotated ? annotation.end : first.end), replacement: written)
    }

    /// A name, or an annotation.
    private func word(at start: Int) -> SourceRange {
        var end = start
        if end < source.bytes.count, source.bytes[end] == .ascii("@") { end += 1 }
        while end < source.bytes.count, source.bytes[end].continuesName { end += 1 }
        return SourceRange(start, end)
    }
}
