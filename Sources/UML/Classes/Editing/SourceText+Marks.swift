extension SourceText {
    /// A name with the quotes or brackets around it, if it has any: `"Order line"`, `(Buy a book)`, `:Customer:`, `[Shop]`.
    func withMarks(_ name: SourceRange) -> SourceRange {
        var (start, end) = (name.start, name.end)
        while start > 0, bytes[start - 1].isSpaceOrTab { start -= 1 }
        while bytes.byte(end).isSpaceOrTab { end += 1 }
        guard start > 0, Self.areMarks(bytes[start - 1], bytes.byte(end)) else { return name }
        return SourceRange(start - 1, end + 1)
    }

    private static func areMarks(_ open: UInt8, _ close: UInt8) -> Bool {
        switch (open, close) {
        case (.ascii("\""), .ascii("\"")), (.ascii("("), .ascii(")")), (.ascii(":"), .ascii(":")), (.ascii("["), .ascii("]")): true
        default: false
        }
    }
}
