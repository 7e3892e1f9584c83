import NIOCore

/// The description of the HTTP API as text.
public enum APIDescription {
    /// OpenAPI 3.1 in JSON.
    public static var json: String {
        var json = JSONWriter(capacity: 65_536)
        OpenAPIDocument.document.write(to: &json)
        return String(buffer: json.buffer)
    }
}
