/// The lines of a text in PlantUML's notation that say something: without comments, blank lines, and what stands outside of
/// `@startuml` and `@enduml`.
struct NotationLines {
    /// Without white space at both ends.
    private(set) var lines: [SourceRange] = []
    /// Of a comment that is never closed, where it begins.
    private(set) var unclosedComment: Int?

    init(_ source: SourceText) {
        let bytes = source.bytes
        var position = 0
        var isInside = bytes.line(beginningWith: "@start") == nil
        while position < bytes.count {
            let end = bytes.endOfLine(position)
            var line = source.trimmed(SourceRange(position, end))
            position = end + 1
            if unclosedComment == nil, line.start < line.end, bytes[line.start] == .ascii("/"), bytes.byte(line.start + 1) == .ascii("'") {
                guard let close = Self.endOfComment(bytes, line.start + 2) else {
                    unclosedComment = line.start
                    continue
                }
                position = bytes.endOfLine(close) + 1
                line = source.trimmed(SourceRange(close, bytes.endOfLine(close)))
            }
            line = Self.withoutComment(line, source)
            if bytes.begins(with: "@start", at: line.start) {
                isInside = true
            } else if bytes.begins(with: "@end", at: line.start) {
                isInside = false
            } else if isInside, line.start < line.end, bytes[line.start] != .ascii("'") {
                lines.append(line)
            }
        }
    }

    /// A line without the comment in `/'` and `'/` at its end.
    static func withoutComment(_ line: SourceRange, _ source: SourceText) -> SourceRange {
        let bytes = source.bytes
        guard line.length >= 4, bytes[line.end - 1] == .ascii("/"), bytes[line.end - 2] == .ascii("'") else { return line }
        var start = line.end - 4
        while start > line.start, bytes[start] != .ascii("/") || bytes[start + 1] != .ascii("'") { start -= 1 }
        return bytes[start] == .ascii("/") && bytes[start + 1] == .ascii("'") ? source.trimmed(SourceRange(line.start, start)) : line
    }

    /// After the `'/` that closes a comment.
    private static func endOfComment(_ bytes: [UInt8], _ start: Int) -> Int? {
        var position = start
        while position + 1 < bytes.count {
            if bytes[position] == .ascii("'"), bytes[position + 1] == .ascii("/") { return position + 2 }
            position += 1
        }
        return nil
    }
}
