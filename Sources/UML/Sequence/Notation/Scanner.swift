/// Cuts a text into words. It keeps no place: who reads says where to go on, so looking ahead costs nothing.
struct Scanner {
    let bytes: [UInt8]
    /// Where the last `*/` stands: no comment that begins behind it is closed. -1 if there is none.
    private let lastCommentEnd: Int
    /// Whether `/*` stands behind it, be it in a text.
    let mayHaveUnclosedComment: Bool

    init(bytes: [UInt8]) {
        self.bytes = bytes
        var end = bytes.count - 2
        while end >= 0, !(bytes[end] == .ascii("*") && bytes[end + 1] == .ascii("/")) { end -= 1 }
        lastCommentEnd = end
        var start = max(end + 1, 0)
        while start < bytes.count, !(bytes[start] == .ascii("/") && bytes.byte(start + 1) == .ascii("*")) { start += 1 }
        mayHaveUnclosedComment = start < bytes.count
    }

    /// Whether a block comment that begins at `start` is never closed. It ends with its line then.
    func isUnclosedComment(_ start: Int) -> Bool {
        bytes[start] == .ascii("/") && bytes.byte(start + 1) == .ascii("*") && lastCommentEnd < start + 2
    }

    /// The first word at or after `offset`; comments and white space before it are passed over.
    func token(from offset: Int) -> Token {
        let (start, startsLine) = skipTrivia(from: offset)
        guard start < bytes.count else { return Token(kind: .end, start: start, end: start, startsLine: true) }
        let (kind, end) = word(at: start, startsLine: startsLine)
        return Token(kind: kind, start: start, end: end, startsLine: startsLine)
    }

    /// `->`, `-->`, `=`, a divider, or what people write for an arrow in other languages: `=>`, `->>`, `--->`.
    private func line(_ start: Int, startsLine: Bool) -> (Token.Kind, Int) {
        var end = start
        while bytes.byte(end) == bytes[start] { end += 1 }
        let length = end - start
        if bytes[start] == .ascii("="), length > 1, startsLine { return (.divider, bytes.endOfLine(start)) }
        guard bytes.byte(end) == .ascii(">") else {
            if bytes[start] == .ascii("=") { return length == 1 ? (.assign, end) : (.other, end) }
            return (length == 1 ? .badArrow : .other, end)
        }
        let heads = bytes.byte(end + 1) == .ascii(">") ? 2 : 1
        guard bytes[start] == .ascii("-"), length <= 2, heads == 1 else { return (.badArrow, end + heads) }
        return (length == 1 ? .arrow : .replyArrow, end + 1)
    }

    private func word(at start: Int, startsLine: Bool) -> (Token.Kind, Int) {
        let first = bytes[start]
        if first.startsName { return (.name, bytes.endOfName(start)) }
        if first.isDigit { return number(start) }
        let second = bytes.byte(start + 1)
        switch first {
        case .ascii("\""): return string(start)
        case .ascii("@"): return (.annotation, bytes.endOfName(start + 1))
        case .ascii("#"): return color(start)
        case .ascii("-"), .ascii("="): return line(start, startsLine: startsLine)
        case .ascii("<") where second == .ascii("-"): return (.other, start + 2)
        case .ascii("<"): return second == .ascii("<") ? (.stereotypeOpen, start + 2) : (.less, start + 1)
        case .ascii(">"): return second == .ascii(">") ? (.stereotypeClose, start + 2) : (.greater, start + 1)
        case .ascii("."): return (.dot, start + 1)
        case .ascii(":"): return (.colon, start + 1)
        case .ascii(","): return (.comma, start + 1)
        case .ascii(";"): return (.semicolon, start + 1)
        case .ascii("("): return (.leftParenthesis, start + 1)
        case .ascii(")"): return (.rightParenthesis, start + 1)
        case .ascii("{"): return (.leftBrace, start + 1)
        case .ascii("}"): return (.rightBrace, start + 1)
        case .ascii("["): return (.leftBracket, start + 1)
        case .ascii("]"): return (.rightBracket, start + 1)
        default: return (.other, start + 1)
        }
    }

    /// Digits alone are a number; a name may begin with digits, e.g. `3rdParty`.
    private func number(_ start: Int) -> (Token.Kind, Int) {
        var end = start
        while end < bytes.count, bytes[end].isDigit { end += 1 }
        guard end < bytes.count, bytes[end].startsName else { return (.number, end) }
        return (.name, bytes.endOfName(end))
    }

    private func string(_ start: Int) -> (Token.Kind, Int) {
        let end = bytes.endOfString(start)
        return (end > start + 1 && bytes[end - 1] == .ascii("\"") ? .string : .unclosedString, end)
    }

    private func color(_ start: Int) -> (Token.Kind, Int) {
        var end = start + 1
        while end < bytes.count, bytes[end].continuesName { end += 1 }
        return (end > start + 1 ? .color : .other, end)
    }
}
