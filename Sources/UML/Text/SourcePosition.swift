/// A place in a text as people count: lines from 1, columns from 1 in Unicode scalars.
public struct SourcePosition: Equatable, Sendable {
    public var line: Int
    public var column: Int
}
