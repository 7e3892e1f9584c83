/// The emphasis of Markdown in a comment: `**strong**`, `*emphasis*`, `_emphasis_` and `` `code` ``.
enum Emphasis {
    static func spans(_ text: String) -> [TextSpan] {
        let bytes = Array(text.utf8)
        var spans: [TextSpan] = []
        var plainStart = 0
        var position = 0
        while position < bytes.count {
            guard let (marker, style) = marker(bytes, position), let close = closing(bytes, position + marker, marker, bytes[position]) else {
                position += 1
                continue
            }
            append(bytes[plainStart..<position], .plain, &spans)
            append(bytes[(position + marker)..<close], style, &spans)
            position = close + marker
            plainStart = position
        }
        append(bytes[plainStart...], .plain, &spans)
        return spans
    }

    private static func append(_ bytes: ArraySlice<UInt8>, _ style: TextSpan.Style, _ spans: inout [TextSpan]) {
        if !bytes.isEmpty { spans.append(TextSpan(text: String(decoding: bytes, as: UTF8.self), style: style)) }
    }

    private static func marker(_ bytes: [UInt8], _ position: Int) -> (length: Int, style: TextSpan.Style)? {
        let next = position + 1 < bytes.count ? bytes[position + 1] : .space
        switch bytes[position] {
        case .ascii("`"): return (1, .code)
        case .ascii("*") where next == .ascii("*"): return position + 2 < bytes.count && !bytes[position + 2].isWhiteSpace ? (2, .strong) : nil
        case .ascii("*") where !next.isWhiteSpace: return (1, .emphasis)
        case .ascii("_") where !next.isWhiteSpace && (position == 0 || !bytes[position - 1].continuesName): return (1, .emphasis)
        default: return nil
        }
    }

    /// The offset of the marker that closes what begins at `start`: on the same line, not after a space, not empty.
    private static func closing(_ bytes: [UInt8], _ start: Int, _ length: Int, _ sign: UInt8) -> Int? {
        var position = start
        while position + length <= bytes.count, bytes[position] != .lineFeed, position - start < 500 {
            if bytes[position] == sign, length == 1 || bytes[position + 1] == sign, position > start, !bytes[position - 1].isWhiteSpace {
                let after = position + length < bytes.count ? bytes[position + length] : .space
                if sign != .ascii("_") || !after.continuesName { return position }
            }
            position += 1
        }
        return nil
    }
}
