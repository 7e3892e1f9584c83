/// The markup of a comment: `**strong**`, `*emphasis*`, `_emphasis_`, `` `code` ``, `[link](https://…)`, `<br>`, code between lines of
/// ```` ``` ````, and emoji by their shortcodes. It is read line by line.
struct CommentMarkup {
    private(set) var spans: [TextSpan] = []
    /// Where its links lead to; a span says by its style which one is its own.
    private(set) var links: [String] = []
    private let firstLink: Int
    private let bytes: [UInt8]
    private var isInFence = false
    /// Where what has no markup begins.
    private var plainStart = 0

    /// - Parameter firstLink: The number of its first link.
    init(_ bytes: [UInt8], firstLink: Int) {
        self.bytes = bytes
        self.firstLink = firstLink
    }

    mutating func read(line start: Int, _ end: Int) {
        if bytes.byte(start) == .ascii("`"), bytes.byte(start + 1) == .ascii("`"), bytes.byte(start + 2) == .ascii("`") {
            isInFence.toggle()
            return
        }
        if !spans.isEmpty { append("\n", .plain) }
        var position = start
        while position < end, bytes[position].isSpaceOrTab {
            // A blank that SVG keeps at the beginning of a line.
            if isInFence { append("\u{A0}", .code) }
            position += 1
        }
        if isInFence { return append(text(position, end), .code) }
        plainStart = position
        while position < end { position = readMarkup(position, end) ?? position + 1 }
        endPlain(end)
    }

    private mutating func append(_ text: String, _ style: TextSpan.Style) { spans.append(TextSpan(text: text, style: style)) }

    private func text(_ start: Int, _ end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }

    private mutating func endPlain(_ end: Int) { if end > plainStart { append(EmojiShortcodes.expanded(text(plainStart, end)), .plain) } }

    /// - Returns: Where the markup ends that begins here, or nil.
    private mutating func readMarkup(_ position: Int, _ end: Int) -> Int? {
        switch bytes[position] {
        case .ascii("<"): return readLineBreak(position)
        case .ascii("["): return readLink(position, end)
        default:
            guard let (length, style) = marker(position, end) else { return nil }
            guard let close = closing(position + length, length, bytes[position], end) else { return nil }
            endPlain(position)
            append(text(position + length, close), style)
            plainStart = close + length
            return plainStart
        }
    }

    /// `<br>` or `<br/>`.
    private mutating func readLineBreak(_ position: Int) -> Int? {
        guard bytes.holds("br", at: position + 1) else { return nil }
        var end = position + 3
        while bytes.byte(end) == .space || bytes.byte(end) == .ascii("/") { end += 1 }
        guard bytes.byte(end) == .ascii(">") else { return nil }
        endPlain(position)
        append("\n", .plain)
        plainStart = end + 1
        return plainStart
    }

    /// A link leads to `https` only; of another one there is the text.
    private mutating func readLink(_ position: Int, _ end: Int) -> Int? {
        guard let close = first(.ascii("]"), position + 1, end), bytes.byte(close + 1) == .ascii("("), let last = first(.ascii(")"), close + 2, end)
        else { return nil }
        endPlain(position)
        let isSecure = bytes.holds("https", at: close + 2) && bytes.byte(close + 7) == .ascii(":") && bytes.byte(close + 8) == .ascii("/")
        append(text(position + 1, close), isSecure ? .link(firstLink + links.count) : .plain)
        if isSecure { links.append(text(close + 2, last)) }
        plainStart = last + 1
        return plainStart
    }

    private func first(_ sign: UInt8, _ start: Int, _ end: Int) -> Int? {
        var position = start
        while position < min(end, start + Self.longest) {
            if bytes[position] == sign { return position }
            position += 1
        }
        return nil
    }

    private func marker(_ position: Int, _ end: Int) -> (length: Int, style: TextSpan.Style)? {
        let next = position + 1 < end ? bytes[position + 1] : .space
        switch bytes[position] {
        case .ascii("`"): return (1, .code)
        case .ascii("*") where next == .ascii("*"): return position + 2 < end && !bytes[position + 2].isWhiteSpace ? (2, .strong) : nil
        case .ascii("*") where !next.isWhiteSpace: return (1, .emphasis)
        case .ascii("_") where !next.isWhiteSpace && (position == 0 || !bytes[position - 1].continuesName): return (1, .emphasis)
        default: return nil
        }
    }

    /// The offset of the marker that closes what begins at `start`: not after a space, not empty.
    private func closing(_ start: Int, _ length: Int, _ sign: UInt8, _ end: Int) -> Int? {
        var position = start
        while position + length <= end, position - start < Self.longest {
            if bytes[position] == sign, length == 1 || bytes[position + 1] == sign, position > start, !bytes[position - 1].isWhiteSpace {
                let after = position + length < end ? bytes[position + length] : .space
                if sign != .ascii("_") || !after.continuesName { return position }
            }
            position += 1
        }
        return nil
    }

    /// In bytes: no text takes longer to read than it is long.
    private static let longest = 500
}
