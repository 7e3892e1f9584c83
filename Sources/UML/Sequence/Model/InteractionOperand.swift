/// A part of a combined fragment that may happen if its guard holds (UML 2.5.1, 17.6: InteractionOperand).
public struct InteractionOperand: Equatable, Sendable {
    /// The condition without parentheses; `else`; what `catch` catches.
    public var guardText: Label?
    public var role: Role
    public var block: Block
    /// From its keyword to its closing brace.
    public var range: SourceRange

    public enum Role: Equatable, Sendable {
        case ordinary
        case otherwise
        case handler
        case finally
    }
}
