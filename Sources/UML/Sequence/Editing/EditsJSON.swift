/// Edits, or why there are none, as JSON for the browser. Offsets are bytes of UTF-8.
public enum EditsJSON {
    public static func write(_ edits: [TextEdit]) -> [UInt8] {
        var json = JSONText()
        json.raw("{\"edits\":[")
        for (index, edit) in edits.enumerated() {
            json.raw(index == 0 ? "{\"start\":" : ",{\"start\":")
            json.number(edit.range.start)
            json.member("end", edit.range.end)
            json.raw(",\"text\":")
            json.string(edit.replacement)
            json.raw("}")
        }
        json.raw("]}")
        return json.bytes
    }

    public static func write(_ error: EditError) -> [UInt8] {
        var json = JSONText()
        json.raw("{\"error\":")
        json.string(error.rawValue)
        json.raw("}")
        return json.bytes
    }
}
