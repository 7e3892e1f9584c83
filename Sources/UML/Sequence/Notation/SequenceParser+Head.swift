extension SequenceParser {
    /// `title …` as the first word, unless it is the name in a statement such as `title.show()`.
    mutating func parseTitle() {
        guard keyword(token) == .title, !isFollowedByStatement(token) else { return }
        let content = source.trimmed(SourceRange(token.end, source.bytes.endOfLine(token.end)))
        declarations.title = Label(text: source[content], range: content)
        cursor.move(to: source.bytes.endOfLine(token.end))
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

    func isStarter(_ token: Token) -> Bool { source.bytes.holds("@Starter", at: token.start) || source.bytes.holds("@starter", at: token.start) }

    func isReplyAnnotation(_ token: Token) -> Bool {
        source.bytes.holds("@Return", at: token.start) || source.bytes.holds("@return", at: token.start)
            || source.bytes.holds("@Reply", at: token.start)
            || source.bytes.holds("@reply", at: token.start)
    }

    mutating func parseStarter() {
        let start = token.start
        cursor.advance()
        guard token.kind == .leftParenthesis, !token.startsLine else {
            diagnostics.error("missing-starter", SourceRange(start, position), "The starter has no name.", hint: "Write @Starter(Name).")
            return
        }
        cursor.advance()
        var isNamed = false
        if let name = parseName() {
            let id = declarations.participants.refer(to: name.text, at: name.range)
            isNamed = declarations.starterDeclaration == nil
            if isNamed { declarations.starter = id } else { reportSecondStarter(name) }
        } else {
            diagnostics.error("missing-starter", SourceRange(start, position), "The starter has no name.", hint: "Write @Starter(Name).")
        }
        if token.kind == .rightParenthesis {
            cursor.advance()
        } else {
            diagnostics.error(
                "unclosed-parenthesis", SourceRange(start, position), "This parenthesis is never closed.", hint: "Add ) after the name.")
        }
        if isNamed { declarations.starterDeclaration = SourceRange(start, position) }
    }

    private mutating func reportSecondStarter(_ name: ParticipantName) {
        diagnostics.error("second-starter", name.range, "Another participant is the starter already.", hint: "Keep one @Starter.")
    }
}
