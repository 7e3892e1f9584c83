extension SequenceParser {
    /// Statements up to the end of the text or, in a block, the brace that closes it.
    mutating func parseStatements(isBlock: Bool) -> [Statement] {
        var statements: [Statement] = []
        while true {
            let comment = parseComment()
            if token.kind == .end || isFull() { break }
            if token.kind == .rightBrace {
                if isBlock { break }
                diagnostics.error("unexpected-brace", token.range, "No block is open here.", hint: "Remove this brace.")
                cursor.advance()
                continue
            }
            if token.kind == .semicolon {
                cursor.advance()
                continue
            }
            let before = token.start
            if let statement = parseStatement(comment) { statements.append(statement) }
            if token.start == before { skipUnexpected() }
        }
        return statements
    }

    /// The comments above a statement: whole lines that begin with `//`, without the slashes.
    private mutating func parseComment() -> Label? {
        guard token.start > position else { return nil }
        var lines = ""
        var range = SourceRange(0, 0)
        var startsLine = position == 0
        var offset = position
        while offset < token.start {
            let byte = source.bytes[offset]
            if byte.isLineBreak { startsLine = true }
            if byte.isWhiteSpace {
                offset += 1
                continue
            }
            guard let end = cursor.scanner.endOfComment(offset, startsLine: startsLine) else {
                offset += 1
                continue
            }
            if startsLine, byte == .ascii("/"), source.bytes[offset + 1] == .ascii("/") {
                if range.end == 0 { range.start = offset } else { lines += "\n" }
                size.otherParts += 1
                // Of the blanks before the words the first only stands for itself: others indent code.
                range.end = source.trimmed(SourceRange(offset, end)).end
                lines += source[SourceRange(min(offset + (source.bytes.byte(offset + 2) == .space ? 3 : 2), range.end), range.end)]
            }
            offset = end
        }
        return range.end > 0 ? Label(text: lines, range: range) : nil
    }

    private mutating func parseStatement(_ comment: Label?) -> Statement? {
        switch token.kind {
        case .divider: return parseDivider(comment)
        case .leftBrace: return parseFragment(.section, keyword: nil, comment)
        case .annotation: return parseAnnotated(comment)
        case .name:
            if let keyword = keyword(token), !isNameOfStatement(keyword) { return parseKeyword(keyword, comment) }
            return isThrow() ? parseThrow(comment) : parseMessage(comment)
        case .string, .unclosedString, .leftBracket: return parseMessage(comment)
        default: return nil
        }
    }

    /// `throw` before something on its line that makes it no name.
    private func isThrow() -> Bool {
        guard source.bytes.holds("throw", at: token.start) else { return false }
        let next = cursor.next()
        return !next.startsLine && (next.kind == .name || next.kind == .string)
    }

    /// Whether a word that could be a keyword is a name here, e.g. in `par.run()`.
    private mutating func isNameOfStatement(_ keyword: Keyword) -> Bool {
        let next = cursor.next()
        if keyword == .new { return next.kind == .assign }
        if keyword == .modifier { return true }
        switch next.kind {
        case .dot, .arrow, .replyArrow, .colon, .assign: return !next.startsLine
        case .leftParenthesis where keyword.needsBlock:
            guard let closing = cursor.closingBracket(next.start) else { return true }
            return cursor.scanner.token(from: closing + 1).kind != .leftBrace
        case .leftBrace where keyword.needsBlock: return false
        case .leftParenthesis where keyword == .title || keyword == .participant || keyword == .group: return true
        default: return keyword.needsBlock
        }
    }

    private mutating func parseKeyword(_ keyword: Keyword, _ comment: Label?) -> Statement? {
        switch keyword {
        case .new: return parseMessage(comment)
        case .reply: return parseReturn(comment)
        case .reference: return parseInteractionUse(comment)
        case .participant, .group: return parseLateDeclaration(keyword, comment)
        case .title: return parseLateTitle()
        case .otherwise: return parseOrphan(comment, "else", hint: "Write it after the closing brace of an if.")
        case .handler: return parseOrphan(comment, "catch", hint: "Write it after the closing brace of a try.")
        case .finally: return parseOrphan(comment, "finally", hint: "Write it after the closing brace of a try.")
        default:
            guard let kind = keyword.fragmentKind else { return parseMessage(comment) }
            return parseFragment(kind, keyword: token.range, comment)
        }
    }

    private mutating func parseDivider(_ comment: Label?) -> Statement {
        var inner = token.range
        while inner.start < inner.end, source.bytes[inner.start] == .ascii("=") { inner.start += 1 }
        inner = source.trimmed(inner)
        while inner.end > inner.start, source.bytes[inner.end - 1] == .ascii("=") { inner.end -= 1 }
        let statement = Statement(
            id: size.takeStatementID(), range: source.trimmed(token.range), comment: comment, content: .divider(label(inner)))
        cursor.advance()
        return statement
    }

    /// `@return`, a declaration after the first statement, or something that means nothing here.
    private mutating func parseAnnotated(_ comment: Label?) -> Statement? {
        if isReplyAnnotation(token) { return parseAnnotatedReply(comment) }
        if isStarter(token) {
            diagnostics.error(
                "late-starter", token.range, "The starter is named before the first statement.", hint: "Move @Starter above all messages.")
            let (starter, declaration) = (declarations.starter, declarations.starterDeclaration)
            parseStarter()
            if starter != nil { (declarations.starter, declarations.starterDeclaration) = (starter, declaration) }
            return nil
        }
        return parseLateDeclaration(.participant, comment)
    }

    /// Passes over what begins no statement, up to the end of its line or the next brace.
    private mutating func skipUnexpected() {
        let start = token.start
        var end = token.end
        var hint: String?
        if token.kind == .arrow || token.kind == .replyArrow { hint = "Write who sends: A -> B: text." }
        repeat {
            end = token.end
            cursor.advance()
        } while !token.startsLine && token.kind != .end && token.kind != .rightBrace && token.kind != .leftBrace
        diagnostics.error("unexpected-text", SourceRange(start, end), "This is not a statement.", hint: hint)
    }
}
