/// How a text is to look, in words: `red, bold`.
struct TextStyle: Equatable, Sendable {
    var color: Color?
    private var isBold = false
    private var isItalic = false
    private var decoration: Font.Decoration?

    /// - Parameter words: With commas between them; nil if one of them says nothing of the look of a text.
    init?(_ words: ArraySlice<UInt8>) {
        var word: [UInt8] = []
        for byte in words {
            if byte == .ascii(",") {
                guard apply(word) else { return nil }
                word = []
            } else if !byte.isSpaceOrTab {
                word.append(byte)
            }
        }
        guard apply(word) else { return nil }
    }

    private mutating func apply(_ word: [UInt8]) -> Bool {
        if word[...].spells("bold") {
            isBold = true
        } else if word[...].spells("italic") {
            isItalic = true
        } else if word[...].spells("underline") {
            decoration = .underline
        } else if word[...].spells("strikethrough") {
            decoration = .lineThrough
        } else {
            color = Color(named: word)
            return color != nil
        }
        return true
    }

    func font(_ base: Font) -> Font {
        var font = base
        if isBold { font.weight = .semibold }
        font.isItalic = font.isItalic || isItalic
        font.decoration = decoration
        return font
    }
}
