/// The markup of PlantUML's texts: `<b>strong</b>`, `**strong**`, `<i>emphasis</i>`, `//emphasis//`, `""code""`. Tags for colours, sizes, underlines and
/// icons are left out. What is never closed is text.
struct LabelMarkup {
    private(set) var spans: [TextSpan] = []
    private let bytes: [UInt8]
    private var plainStart = 0
    private var style = TextSpan.Style.plain
    /// In bytes. What is closed farther away is text, so that reading takes linear time.
    private static let longest = 2_000

    static func spans(_ text: String) -> [TextSpan] {
        var markup = LabelMarkup(bytes: Array(text.utf8))
        markup.read()
        return markup.spans
    }

    /// Without its markup.
    static func plain(_ text: String) -> String {
        var result = ""
        for span in spans(text) { result += span.text }
        return result
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func read() {
        var position = 0
        while position < bytes.count {
            let end = bytes[position] == .ascii("<") ? readTag(position) : readMarker(position)
            position = end ?? position + 1
        }
        endPlain(bytes.count)
    }

    private mutating func endPlain(_ end: Int) {
        if end > plainStart { spans.append(TextSpan(text: String(decoding: bytes[plainStart..<end], as: UTF8.self), style: style)) }
    }

    private mutating func change(_ style: TextSpan.Style, _ start: Int, _ end: Int) -> Int {
        endPlain(start)
        plainStart = end
        self.style = style
        return end
    }

    /// - Returns: Where the tag ends; nil if it is none.
    private mutating func readTag(_ start: Int) -> Int? {
        let pairs: [(StaticString, StaticString, TextSpan.Style?)] = [
            ("<b>", "</b>", .strong), ("<i>", "</i>", .emphasis), ("<u>", "</u>", nil), ("<s>", "</s>", nil), ("<w>", "</w>", nil),
            ("<u:", "</u>", nil), ("<s:", "</s>", nil), ("<w:", "</w>", nil),
        ]
        for (open, close, style) in pairs {
            if bytes.begins(with: open, at: start), let end = endOfTag(start), find(close, from: end) != nil {
                return change(style ?? self.style, start, end)
            }
            if bytes.begins(with: close, at: start), start > 0 {
                return change(style == nil ? self.style : .plain, start, start + close.utf8CodeUnitCount)
            }
        }
        let lone: [StaticString] = ["<color", "</color>", "<size", "</size>", "<back", "</back>", "<font", "</font>", "<img", "<&", "<$", "<:"]
        for word in lone where bytes.begins(with: word, at: start) {
            guard isTag(word, start), let end = endOfTag(start) else { return nil }
            return change(style, start, end)
        }
        return nil
    }

    /// `<size_t>` is none, nor is what stands right behind a name, as in `Vec<&str>`.
    private func isTag(_ word: StaticString, _ start: Int) -> Bool {
        if word.utf8CodeUnitCount == 2 { return start == 0 || !bytes[start - 1].continuesName }
        switch bytes.byte(start + word.utf8CodeUnitCount) {
        case .ascii(":"), .ascii("="), .space: return true
        default: return word.utf8Start[word.utf8CodeUnitCount - 1] == .ascii(">")
        }
    }

    private func endOfTag(_ start: Int) -> Int? {
        var end = start
        // No tag is longer.
        while end < bytes.count, bytes[end] != .ascii(">"), bytes[end] != .lineFeed, end - start < 200 { end += 1 }
        return bytes.byte(end) == .ascii(">") ? end + 1 : nil
    }

    private func find(_ word: StaticString, from start: Int) -> Int? {
        var place = start
        while place < min(bytes.count, start + Self.longest) {
            if bytes.begins(with: word, at: place) { return place }
            place += 1
        }
        return nil
    }

    /// Two signs, and the same two signs behind some letters of the line.
    private mutating func readMarker(_ start: Int) -> Int? {
        let style: TextSpan.Style
        switch bytes[start] {
        case .ascii("*"): style = .strong
        case .ascii("/"): style = .emphasis
        case .ascii("\""): style = .code
        default: return nil
        }
        let sign = bytes[start]
        // An address has two strokes after a colon.
        guard bytes.byte(start + 1) == sign, start == 0 || bytes[start - 1] != .ascii(":") && !bytes[start - 1].continuesName,
            let close = closing(start + 2, sign)
        else { return nil }
        let outer = self.style
        _ = change(style, start, start + 2)
        return change(outer, close, close + 2)
    }

    private func closing(_ start: Int, _ sign: UInt8) -> Int? {
        guard bytes.byte(start) != sign, !bytes.byte(start).isWhiteSpace else { return nil }
        var place = start
        while place + 1 < min(bytes.count, start + Self.longest), bytes[place] != .lineFeed {
            if bytes[place] == sign, bytes[place + 1] == sign {
                let isEnd = place > start && !bytes[place - 1].isWhiteSpace && !bytes.byte(place + 2).continuesName
                return isEnd ? place : nil
            }
            place += 1
        }
        return nil
    }
}
