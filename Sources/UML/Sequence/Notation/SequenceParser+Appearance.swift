extension SequenceParser {
    /// Width, label and colour, in any order.
    mutating func parseAppearance(of participant: inout Participant) {
        while !token.startsLine {
            switch token.kind {
            case .number:
                participant.minimumWidth = width(token)
                cursor.advance()
            case .color: parseColor(of: &participant)
            case .name where source.bytes.holds("as", at: token.start): parseAlias(of: &participant)
            default: return
            }
        }
    }

    private mutating func parseAlias(of participant: inout Participant) {
        let word = token
        cursor.advance()
        guard isName, !token.startsLine else {
            diagnostics.error("missing-label", word.range, "A label is missing after “as”.", hint: "Write as \"Label\".")
            return
        }
        participant.label = nameText(token)
        if token.kind == .unclosedString { reportUnclosedString(token) }
        cursor.advance()
    }

    private mutating func parseColor(of participant: inout Participant) {
        let digits = source.bytes[(token.start + 1)..<token.end]
        participant.color = digits.isHexadecimal ? Color(hexadecimal: digits) : nil
        if participant.color == nil {
            diagnostics.warning("bad-color", token.range, "This is no colour.", hint: "Write three or six hexadecimal digits, e.g. #FF5733.")
        }
        cursor.advance()
    }

    private mutating func width(_ token: Token) -> Int {
        var written = 0
        for digit in source.bytes[token.start..<token.end] { written = min(written * 10 + Int(digit - 0x30), 1001) }
        if written > 1000 {
            diagnostics.warning("bad-width", token.range, "A participant is at most 1000 pixels wide.", hint: "Write a smaller number.")
        }
        return min(written, 1000)
    }
}

extension ArraySlice<UInt8> {
    fileprivate var isHexadecimal: Bool { allSatisfy { $0.isHexadecimalDigit } }
}
