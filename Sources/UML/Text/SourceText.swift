/// A source text as UTF-8. Malformed bytes are kept where they are and shown as U+FFFD.
public struct SourceText: Equatable, Sendable {
    public let bytes: [UInt8]

    public init(_ text: String) { bytes = Array(text.utf8) }
    public init(bytes: [UInt8]) { self.bytes = bytes }

    public var string: String { String(decoding: bytes, as: UTF8.self) }

    public subscript(range: SourceRange) -> String {
        @inline(never) get { String(decoding: bytes[range.start..<range.end], as: UTF8.self) }
    }

    /// The first of the text, or a line feed.
    var lineBreak: String {
        for (offset, byte) in bytes.enumerated() where byte.isLineBreak {
            if byte == .lineFeed { return "\n" }
            return bytes.byte(offset + 1) == .lineFeed ? "\r\n" : "\r"
        }
        return "\n"
    }

    /// The text of a range on one line: white space around it removed, line breaks and what surrounds them made one space.
    func collapsed(_ range: SourceRange) -> String {
        let range = trimmed(range)
        guard bytes[range.start..<range.end].contains(where: { $0 == .lineFeed || $0 == .carriageReturn }) else { return self[range] }
        var collapsed: [UInt8] = []
        var pendingBreak = false
        for byte in bytes[range.start..<range.end] {
            if byte == .lineFeed || byte == .carriageReturn {
                while collapsed.last?.isSpaceOrTab == true { collapsed.removeLast() }
                pendingBreak = true
            } else if !(pendingBreak && byte.isSpaceOrTab) {
                if pendingBreak, Self.needsSpace(collapsed.last ?? .space, byte) { collapsed.append(.space) }
                pendingBreak = false
                collapsed.append(byte)
            }
        }
        return String(decoding: collapsed, as: UTF8.self)
    }

    /// Brackets and what continues a chain stand close where a line break was.
    private static func needsSpace(_ before: UInt8, _ after: UInt8) -> Bool {
        switch (before, after) {
        case (.ascii("("), _), (.ascii("["), _), (_, .ascii(")")), (_, .ascii("]")), (_, .ascii(",")), (_, .ascii(".")): false
        default: true
        }
    }

    /// The range without white space at its ends.
    func trimmed(_ range: SourceRange) -> SourceRange {
        var range = range
        while range.start < range.end, bytes[range.start].isWhiteSpace { range.start += 1 }
        while range.end > range.start, bytes[range.end - 1].isWhiteSpace { range.end -= 1 }
        return range
    }
}
