/// A combined fragment (UML 2.5.1, 17.6), or one of the two forms of the notation that UML lacks.
public struct CombinedFragment: Equatable, Sendable {
    public var kind: FragmentKind
    /// The word in the text, e.g. `while` for a loop; none for an anonymous block.
    public var keyword: SourceRange?
    /// A heading that is not a condition: the name of a section, the messages of `ignore` and `consider`, the bounds of a loop.
    public var heading: Label?
    public var operands: [InteractionOperand]
    /// Between the first pair of braces.
    public var blockRange: SourceRange
}
