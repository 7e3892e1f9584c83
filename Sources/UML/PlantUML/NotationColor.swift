/// Colours as PlantUML writes them: `red`, `#ff0000` without its sign, `back:red;line:blue`, `red/blue`.
enum NotationColor {
    /// The colour of an area; of a gradient the first.
    static func fill(_ source: SourceText, _ range: SourceRange) -> Color? { part("back", source, range) ?? simple(source, range) }

    static func line(_ source: SourceText, _ range: SourceRange) -> Color? { part("line", source, range) ?? simple(source, range) }

    private static func simple(_ source: SourceText, _ range: SourceRange) -> Color? {
        var end = range.start
        while end < range.end, source.bytes[end].continuesName { end += 1 }
        return named(Array(source.bytes[range.start..<end]))
    }

    /// `name:color` among parts with semicolons between them.
    private static func part(_ name: StaticString, _ source: SourceText, _ range: SourceRange) -> Color? {
        var cursor = LineCursor(source.bytes, range)
        while !cursor.isAtEnd {
            if cursor.take(word: name), cursor.take(.ascii(":")) {
                _ = cursor.take(.ascii("#"))
                return simple(source, cursor.rest)
            }
            while !cursor.isAtEnd, cursor.byte != .ascii(";") { cursor.move(to: cursor.position + 1) }
            _ = cursor.take(.ascii(";"))
        }
        return nil
    }

    private static func named(_ word: [UInt8]) -> Color? {
        if let color = Color(named: word.map { $0.lowercased }) { return color }
        return word.allSatisfy { $0.isHexadecimalDigit } ? Color(hexadecimal: word[...]) : nil
    }
}
