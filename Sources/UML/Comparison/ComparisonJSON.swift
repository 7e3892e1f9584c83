/// A comparison as JSON: `{"changes":[{"change","label","line","id","before":{"label","line","id"},"lost","gained"}]}`. `before` is there for what
/// is in both texts; what was removed has the id, label and line of the earlier one.
public enum ComparisonJSON {
    /// - Returns: UTF-8.
    public static func write(_ comparison: DiagramComparison, _ earlier: SourceText, _ later: SourceText) -> [UInt8] {
        var json = JSONText()
        json.raw("{\"changes\":")
        return json.bytes + changes(comparison, earlier, later) + [.ascii("}")]
    }

    /// The list alone.
    public static func changes(_ comparison: DiagramComparison, _ earlier: SourceText, _ later: SourceText) -> [UInt8] {
        let (before, after) = (LineIndex(earlier), LineIndex(later))
        var json = JSONText()
        json.list(comparison.entries) { json, entry in
            json.raw("{\"change\":")
            json.string(entry.change.rawValue)
            if let side = entry.after {
                write(side, after, &json)
                if let former = entry.before {
                    json.raw(",\"before\":{\"id\":")
                    json.string(former.id)
                    writeLabel(of: former, before, &json)
                    json.raw("}")
                }
            } else if let side = entry.before {
                write(side, before, &json)
            }
            json.raw(",\"lost\":")
            json.list(entry.lost) { $0.string($1) }
            json.raw(",\"gained\":")
            json.list(entry.gained) { $0.string($1) }
            json.raw("}")
        }
        return json.bytes
    }

    private static func write(_ side: DiagramComparison.Entry.Side, _ lines: LineIndex, _ json: inout JSONText) {
        json.member("id", side.id)
        writeLabel(of: side, lines, &json)
    }

    private static func writeLabel(of side: DiagramComparison.Entry.Side, _ lines: LineIndex, _ json: inout JSONText) {
        json.member("label", side.label)
        if let start = side.start { json.member("line", lines.position(of: start).line) }
    }
}
