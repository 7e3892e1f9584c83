/// A text above or below a diagram.
public struct SurroundingText: Sendable {
    public var kind: Kind
    public var text: String
    var alignment: Alignment
    public var range: SourceRange

    /// From above to below; title and diagram are between header and legend.
    public enum Kind: String, Sendable, CaseIterable {
        case header
        case legend
        case caption
        case footer
    }

    enum Alignment: Sendable {
        case left
        case center
        case right
    }
}
