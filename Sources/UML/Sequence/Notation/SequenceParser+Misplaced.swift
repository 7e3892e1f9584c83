/// What stands where it has no meaning, but where everybody can tell what was meant.
extension SequenceParser {
    mutating func parseLateDeclaration(_ keyword: Keyword, _ comment: Label?) -> Statement? {
        let next = cursor.next()
        guard keyword == .participant, token.kind == .annotation || (!next.startsLine && next.kind != .leftBrace) else {
            return parseMessage(comment)
        }
        let word = token
        diagnostics.warning(
            "late-declaration", word.range, "Participants are declared before the first statement.", hint: "Move this line above all messages.")
        parseParticipant(group: nil)
        return nil
    }

    mutating func parseLateTitle() -> Statement? {
        let end = source.bytes.endOfLine(token.end)
        diagnostics.warning(
            "late-title", SourceRange(token.start, source.trimmed(SourceRange(token.start, end)).end), "The title stands on the first line.",
            hint: "Move this line to the top.")
        if declarations.title == nil { declarations.title = label(SourceRange(token.end, end)) }
        cursor.move(to: end)
        return nil
    }

    /// `else`, `catch` or `finally` with nothing before it: its block is kept as a section, so that nothing is lost.
    mutating func parseOrphan(_ comment: Label?, _ word: String, hint: String) -> Statement? {
        diagnostics.error("orphan-operand", token.range, "Nothing stands before this “\(word)”.", hint: hint)
        if cursor.next().kind == .name, keyword(cursor.next()) == .alternatives { cursor.advance() }
        return parseFragment(.section, keyword: token.range, comment)
    }
}
