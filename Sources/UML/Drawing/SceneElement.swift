/// The shapes of one element of the diagram, or of one part of it.
public struct SceneElement: Sendable {
    /// `p` and a participant's number, `s` and a statement's, `g` and a group's; the same for all parts of an element.
    public var id: String
    public var part: ElementPart
    /// Said by a screen reader; nil for parts that say nothing of their own.
    public var label: String?
    public var range: SourceRange?
    public internal(set) var shapes: [Shape] = []
}
