/// The shapes of one element of the diagram, or of one part of it.
public struct SceneElement: Sendable {
    /// What the element is known by: the same for all its parts, and after a change of the text as far as it can be.
    public var id: String
    public var part: ElementPart
    /// Said by a screen reader; nil for parts that say nothing of their own.
    public var label: String?
    public var range: SourceRange?
    public internal(set) var shapes: [Shape] = []
}
