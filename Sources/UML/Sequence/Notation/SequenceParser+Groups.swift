extension SequenceParser {
    /// `group` begins a group only before a name, a brace or the end of its line.
    func isGroup() -> Bool {
        let next = cursor.next()
        return next.startsLine || next.kind == .leftBrace || next.kind == .name || next.kind == .string || next.kind == .unclosedString
    }

    mutating func parseGroup() {
        let start = token.start
        cursor.advance()
        var group = ParticipantGroup(name: nil, range: SourceRange(start, position))
        if isName, !token.startsLine {
            group.name = Label(text: nameText(token), range: token.range)
            cursor.advance()
        }
        let index = declarations.groups.count
        guard token.kind == .leftBrace else {
            group.range.end = position
            declarations.groups.append(group)
            diagnostics.error("missing-block", group.range, "This group has no participants.", hint: "Write them in braces: group Name { A B }.")
            return
        }
        declarations.groups.append(group)
        let open = token
        cursor.advance()
        parseMembers(of: index)
        if token.kind == .rightBrace {
            cursor.advance()
        } else {
            reportUnclosedBlock(open)
        }
        declarations.groups[index].range.end = position
    }

    private func separatesMembers(_ token: Token) -> Bool { token.kind == .comma || token.kind == .semicolon }

    private mutating func parseMembers(of group: Int) {
        var nested = 0
        while token.kind != .end, !isFull() {
            let before = position
            switch token.kind {
            case .rightBrace:
                if nested == 0 { return }
                nested -= 1
                cursor.advance()
            case .name where keyword(token) == .group && isGroup(): nested += parseNestedGroup() ? 1 : 0
            case .annotation, .name, .string, .unclosedString, .leftBracket, .stereotypeOpen, .less:
                if token.kind == .name, isFollowedByStatement(token), !separatesMembers(cursor.next()) { return }
                parseParticipant(group: group)
                if separatesMembers(token) { cursor.advance() }
            default:
                diagnostics.error("unexpected-text", token.range, "A group holds participants only.", hint: "Close the group with } before this.")
            }
            if position == before { cursor.advance() }
        }
    }

    /// Its participants join the group around it.
    ///
    /// - Returns: Whether a brace is open then.
    private mutating func parseNestedGroup() -> Bool {
        diagnostics.error("nested-group", token.range, "A group holds no other group.", hint: "Close the first group with } before this one.")
        cursor.advance()
        if isName, !token.startsLine { cursor.advance() }
        guard token.kind == .leftBrace else { return false }
        cursor.advance()
        return true
    }
}
