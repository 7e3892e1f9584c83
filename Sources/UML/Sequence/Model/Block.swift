/// Statements in order of time. The range is what stands between the braces, or the whole text after the declarations.
public struct Block: Equatable, Sendable {
    public var statements: [Statement]
    public var range: SourceRange
}
