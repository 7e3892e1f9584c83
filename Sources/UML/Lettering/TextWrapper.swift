/// Breaks texts into lines: at spaces, between ideographs, and inside a word only where it is longer than a line, between its parts if it has any.
enum TextWrapper {
    /// At most this many lines are shown; the last one then ends in an ellipsis.
    static let maximumLines = 40

    private struct Piece {
        /// UTF-8.
        var text: [UInt8] = []
        var width = 0.0
        var kind = Kind.word

        enum Kind { case word, space, lineBreak }

        mutating func append(_ scalar: Unicode.Scalar, _ font: Font, joins: Bool) {
            text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            width += joins && Emoji.isEmoji(scalar.value) ? 0 : font.width(of: scalar)
        }
    }

    static func wrap(_ spans: [TextSpan], _ font: Font, maximumWidth: Double) -> TextLines {
        var lines: [TextLine] = []
        var current: [TextSpan] = []
        var width = 0.0
        var isCut = false
        func endLine() {
            lines.append(trimmed(current, font))
            current = []
            width = 0
        }
        wrapping: for span in spans {
            let spanFont = span.font(font)
            for piece in pieces(span.text, spanFont, maximumWidth: maximumWidth) {
                if piece.kind == .word, width + piece.width > maximumWidth, width > 0 { endLine() }
                if lines.count == maximumLines {
                    guard piece.kind == .word else { continue }
                    isCut = true
                    break wrapping
                }
                if piece.kind == .lineBreak {
                    endLine()
                    continue
                }
                if piece.kind == .space, current.isEmpty { continue }
                if current.last?.style == span.style {
                    current[current.count - 1].text += String(decoding: piece.text, as: UTF8.self)
                } else {
                    current.append(TextSpan(text: String(decoding: piece.text, as: UTF8.self), style: span.style))
                }
                width += piece.width
            }
        }
        if isCut { markCut(&lines, font) } else if !current.isEmpty { endLine() }
        var widest = 0.0
        for line in lines { widest = max(widest, line.width) }
        return TextLines(lines: lines, font: font, width: widest.rounded(.up))
    }

    /// Says at the end of the last line that there is more.
    private static func markCut(_ lines: inout [TextLine], _ font: Font) {
        guard let last = lines.indices.last else { return }
        lines[last].spans.append(TextSpan(text: "…", style: .plain))
        lines[last].width += font.width(of: "…")
    }

    /// Without the spaces at its end.
    private static func trimmed(_ spans: [TextSpan], _ font: Font) -> TextLine {
        var spans = spans
        while let last = spans.last {
            let text = Array(last.text.utf8)
            var end = text.count
            while end > 0, text[end - 1] == .space { end -= 1 }
            if end < text.count { spans[spans.count - 1].text = String(decoding: text[..<end], as: UTF8.self) }
            if end > 0 { break }
            spans.removeLast()
        }
        var width = 0.0
        for span in spans { width += span.font(font).width(of: span.text) }
        return TextLine(spans: spans, width: width)
    }

    /// Words, single spaces, line breaks, and the parts of words that fit into no line.
    private static func pieces(_ text: String, _ font: Font, maximumWidth: Double) -> [Piece] {
        var pieces: [Piece] = []
        var word = Piece()
        func endWord() {
            if word.width > maximumWidth { pieces += parts(of: word, font, maximumWidth) } else if !word.text.isEmpty { pieces.append(word) }
            word = Piece()
        }
        var joins = false
        for scalar in text.unicodeScalars {
            if scalar == "\n" || scalar == " " || scalar == "\t" {
                endWord()
                pieces.append(scalar == "\n" ? Piece(kind: .lineBreak) : Piece(text: [.space], width: font.width(of: " "), kind: .space))
                joins = false
                continue
            }
            if !joins, !isMark(scalar), breaksBefore(scalar) { endWord() }
            word.append(scalar, font, joins: joins)
            joins = scalar.value == 0x200D
        }
        endWord()
        return pieces
    }

    /// A word that fits into no line: broken between its parts, and inside of a part only if that fits into none either.
    private static func parts(of word: Piece, _ font: Font, _ maximumWidth: Double) -> [Piece] {
        var parts: [Piece] = []
        var part = Piece()
        var joins = false
        var previous: Unicode.Scalar = " "
        for scalar in String(decoding: word.text, as: UTF8.self).unicodeScalars {
            let isFull = part.width + font.width(of: scalar) > maximumWidth
            if !joins, !isMark(scalar), isFull || beginsPart(scalar, after: previous) {
                if !part.text.isEmpty { parts.append(part) }
                part = Piece()
            }
            part.append(scalar, font, joins: joins)
            joins = scalar.value == 0x200D
            previous = scalar
        }
        return parts + [part]
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool { FontMetrics.isZeroWidth(scalar.value) || Emoji.joinsEmoji(scalar.value) }

    /// Ideographs and kana stand alone; closing punctuation stays with what it follows.
    private static func breaksBefore(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3001...0x3002, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0xFF01, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A...0xFF1B, 0xFF1F, 0x30FC: false
        case 0x2E80...0x312F, 0x31A0...0xA4CF, 0xF900...0xFAFF, 0xFF00...0xFF60, 0x20000...0x3FFFF: true
        default: false
        }
    }

    /// After a sign that parts names, and where a capital begins a part, as in `OrderService`.
    private static func beginsPart(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar) -> Bool {
        switch previous {
        case ",", "/", ".", "_", "-", "&": true
        default: isCapital(scalar) && !isCapital(previous)
        }
    }

    private static func isCapital(_ scalar: Unicode.Scalar) -> Bool { (0x41...0x5A).contains(scalar.value) }
}
