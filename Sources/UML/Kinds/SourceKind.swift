/// What kind of diagram a text describes, told from the words and signs of its lines.
public enum SourceKind: Equatable, Sendable {
    case known(DiagramKind)
    /// Another of PlantUML's kinds, by what people call it, with an article.
    case other(String)

    /// Whether a text says that it is in PlantUML's notation.
    public static func isPlantUML(_ source: SourceText) -> Bool { source.bytes.line(beginningWith: "@start") != nil }

    /// - Returns: nil if nothing tells.
    public static func told(by source: SourceText) -> SourceKind? {
        let bytes = source.bytes
        var start = bytes.line(beginningWith: "@start")
        while let place = start, bytes.byte(place).isSpaceOrTab { start = place + 1 }
        if let start, !bytes.begins(with: "@startuml", at: start) { return other(at: start + 6, bytes) }
        var marks = KindMarks()
        for line in NotationLines(source).lines { marks.read(LineCursor(bytes, line)) }
        return marks.kind(isPlantUML: start != nil)
    }

    /// `@startmindmap`
    private static func other(at place: Int, _ bytes: [UInt8]) -> SourceKind {
        var end = place
        while bytes.byte(end).continuesName { end += 1 }
        let word = bytes[place..<end]
        let names: [(StaticString, String)] = [
            ("mindmap", "a mind map"), ("wbs", "a work breakdown structure"), ("gantt", "a Gantt chart"), ("salt", "a sketch of a user interface"),
            ("json", "a picture of JSON"), ("yaml", "a picture of YAML"), ("dot", "a Graphviz graph"),
        ]
        for (spelling, name) in names { if word.spells(spelling) { return .other(name) } }
        return .other("a text of @start\(String(decoding: word, as: UTF8.self))")
    }
}
