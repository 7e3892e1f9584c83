extension SequenceParser {
    /// How far past its first line, in bytes, what stands in brackets may reach.
    static let farthestBracket = 512

    /// The offset of the bracket that closes the one at `start`, with an error if it is too far away; nil if it stays open.
    mutating func closingBracket(_ start: Int) -> Int? {
        guard let closing = cursor.closingBracket(start) else { return nil }
        if closing >= cursor.endOfLine(start) + Self.farthestBracket {
            diagnostics.error(
                "too-long", SourceRange(start, start + 1),
                "What stands in these brackets reaches more than \(Self.farthestBracket) bytes past its first line.", hint: "Shorten it.")
        }
        return closing
    }

    /// Takes `( … )` and gives what is between. A parenthesis that stays open ends with its line.
    mutating func parseParentheses() -> Label? {
        guard token.kind == .leftParenthesis else { return nil }
        let open = token
        if let closing = closingBracket(open.start) {
            cursor.move(to: closing + 1)
            return label(SourceRange(open.end, closing))
        }
        let inner = SourceRange(open.end, endOfOpenParenthesis(open.end))
        diagnostics.error("unclosed-parenthesis", open.range, "This parenthesis is never closed.", hint: "Add ) where it should end.")
        cursor.move(to: inner.end)
        return label(inner)
    }

    /// Up to the end of the line, or to a brace: that looks like the start or the end of a block.
    private func endOfOpenParenthesis(_ start: Int) -> Int {
        var end = start
        while end < source.bytes.count, !source.bytes[end].isLineBreak, source.bytes[end] != .ascii("{"), source.bytes[end] != .ascii("}") {
            end += 1
        }
        end = source.trimmed(SourceRange(start, end)).end
        if end > start, source.bytes[end - 1] == .ascii(";") { end -= 1 }
        return end
    }

    /// The end of an expression that starts at `start`: the end of the line, a `;`, a comment, or a bracket that closes what encloses it.
    mutating func endOfExpression(_ start: Int) -> Int {
        var position = start
        while position < source.bytes.count {
            switch source.bytes[position] {
            case .ascii("("), .ascii("["), .ascii("{"):
                guard let closing = closingBracket(position) else { return cursor.endOfLine(position) }
                position = closing
            case .ascii("\""):
                position = source.bytes.endOfString(position)
                continue
            case .ascii("/") where source.bytes.byte(position + 1) == .ascii("/"): return position
            case .lineFeed, .carriageReturn, .ascii(";"), .ascii(")"), .ascii("]"), .ascii("}"): return position
            default: break
            }
            position += 1
        }
        return position
    }
}
