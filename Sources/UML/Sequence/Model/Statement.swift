/// One fragment of an interaction (UML 2.5.1, 17.6: InteractionFragment), with the comment above it.
public struct Statement: Equatable, Sendable {
    /// Counts statements in the order of the text, from 0.
    public var id: Int
    /// From its first to its last byte, comment not included.
    public var range: SourceRange
    public var comment: Label?
    public var content: Content

    public indirect enum Content: Equatable, Sendable {
        case message(Message)
        case fragment(CombinedFragment)
        case interactionUse(InteractionUse)
        case divider(Label)
    }
}
