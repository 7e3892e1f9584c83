/// What people write and draw of a diagram.
public struct DiagramContent: Sendable, Equatable {
    /// 1 to 255 characters, without white space at either end.
    public var name: String
    public var source: String
    /// Positions of elements, as a JSON object.
    public var layout: String

    public init(name: String, source: String = "", layout: String = "{}") {
        self.name = name
        self.source = source
        self.layout = layout
    }

    /// How much it counts, in bytes of UTF-8.
    public var bytes: Int { source.utf8.count + layout.utf8.count }
}
