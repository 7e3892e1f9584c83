/// A text of the diagram and where it stands in the source.
public struct Label: Equatable, Sendable {
    public var text: String
    public var range: SourceRange
}
