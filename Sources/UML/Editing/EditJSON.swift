/// An edit, or why there is none, as JSON for the browser: `{"changes":[{"start","end","text"}],"successions":[["old","new"]],"created":["id"]}`
/// with offsets in bytes of UTF-8, or `{"error":"nameInUse"}` with a case of ``EditError``.
public enum EditJSON {
    public static func write(_ edit: Edit) -> [UInt8] {
        var json = JSONText()
        json.raw("{\"changes\":")
        json.list(edit.changes) { json, change in
            json.raw("{\"start\":")
            json.number(change.range.start)
            json.member("end", change.range.end)
            json.member("text", change.replacement)
            json.raw("}")
        }
        json.raw(",\"successions\":")
        json.list(edit.successions, write)
        json.raw(",\"created\":")
        json.list(edit.created) { json, id in json.string(id) }
        json.raw("}")
        return json.bytes
    }

    /// `[["old","new"],["gone",null]]`
    public static func write(_ successions: [Succession]) -> [UInt8] {
        var json = JSONText()
        json.list(successions, write)
        return json.bytes
    }

    public static func write(_ error: EditError) -> [UInt8] {
        var json = JSONText()
        json.raw("{\"error\":")
        json.string(error.rawValue)
        json.raw("}")
        return json.bytes
    }

    private static func write(_ json: inout JSONText, _ succession: Succession) {
        json.raw("[")
        json.string(succession.id)
        json.raw(",")
        if let successor = succession.successor { json.string(successor) } else { json.raw("null") }
        json.raw("]")
    }
}
