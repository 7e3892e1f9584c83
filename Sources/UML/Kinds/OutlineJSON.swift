/// What a diagram consists of, as JSON for the browser: an object that each kind of diagram has its own form of.
public enum OutlineJSON {
    public static func write(_ document: Document) -> [UInt8] {
        var json = JSONText()
        document.diagram.writeOutline(to: &json)
        return json.bytes
    }
}
