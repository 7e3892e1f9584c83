extension SequenceParser {
    /// `title …` as the first word, unless it is the name in a statement such as `title.show()`.
    mutating func parseTitle() {
        guard keyword(token) == .title, !isFollowedByStatement(token) else { return }
        let content = source.trimmed(SourceRange(token.end, scanner.endOfLine(token.end)))
        title = Label(text: source[content], range: content)
        move(to: scanner.endOfLine(token.end))
    }

    /// Participants, groups and the starter, up to the first statement.
    mutating func parseHead() {
        var before = -1
        // What takes nothing is left to the statements: they pass over it.
        while !isFull(), token.start > before {
            before = token.start
            switch token.kind {
            case .annotation:
                if isReplyAnnotation(token) { return }
                if isStarter(token) { parseStarter() } else { parseParticipant(group: nil) }
            case .name where keyword(token) == .group && isGroup(): parseGroup()
            case .name, .string, .unclosedString, .leftBracket, .stereotypeOpen, .less:
                guard isDeclaration() else { return }
                parseParticipant(group: nil)
            default: return
            }
        }
    }

    func isStarter(_ token: Token) -> Bool { scanner.matches("@Starter", at: token.start) || scanner.matches("@starter", at: token.start) }

    func isReplyAnnotation(_ token: Token) -> Bool {
        scanner.matches("@Return", at: token.start) || scanner.matches("@return", at: token.start) || scanner.matches("@Reply", at: token.start)
            || scanner.matches("@reply", at: token.start)
    }

    mutating func parseStarter() {
        let start = token.start
        advance()
        guard token.kind == .leftParenthesis, !token.startsLine else {
            diagnostics.error("missing-starter", SourceRange(start, position), "The starter has no name.", hint: "Write @Starter(Name).")
            return
        }
        advance()
        if let name = parseName() {
            starter = table.refer(to: name.text, at: name.range)
        } else {
            diagnostics.error("missing-starter", SourceRange(start, position), "The starter has no name.", hint: "Write @Starter(Name).")
        }
        if token.kind == .rightParenthesis {
            advance()
        } else {
            diagnostics.error(
                "unclosed-parenthesis", SourceRange(start, position), "This parenthesis is never closed.", hint: "Add ) after the name.")
        }
        starterDeclaration = SourceRange(start, position)
    }

    /// `group` begins a group only before a name, a brace or the end of its line.
    private func isGroup() -> Bool {
        let next = next()
        return next.startsLine || next.kind == .leftBrace || next.kind == .name || next.kind == .string || next.kind == .unclosedString
    }

    private mutating func parseGroup() {
        let start = token.start
        advance()
        var group = ParticipantGroup(name: nil, range: SourceRange(start, position))
        if isName, !token.startsLine {
            group.name = Label(text: nameText(token), range: token.range)
            advance()
        }
        let index = groups.count
        guard token.kind == .leftBrace else {
            group.range.end = position
            groups.append(group)
            diagnostics.error("missing-block", group.range, "This group has no participants.", hint: "Write them in braces: group Name { A B }.")
            return
        }
        groups.append(group)
        let open = token
        advance()
        parseMembers(of: index)
        if token.kind == .rightBrace {
            advance()
        } else {
            reportUnclosedBlock(open)
        }
        groups[index].range.end = position
    }

    private func separatesMembers(_ token: Token) -> Bool { token.kind == .comma || token.kind == .semicolon }

    private mutating func parseMembers(of group: Int) {
        while token.kind != .rightBrace, token.kind != .end, !isFull() {
            let before = position
            switch token.kind {
            case .annotation, .name, .string, .unclosedString, .leftBracket, .stereotypeOpen, .less:
                if token.kind == .name, isFollowedByStatement(token), !separatesMembers(next()) { return }
                parseParticipant(group: group)
                if separatesMembers(token) { advance() }
            default:
                diagnostics.error("unexpected-text", token.range, "A group holds participants only.", hint: "Close the group with } before this.")
            }
            if position == before { advance() }
        }
    }
}
