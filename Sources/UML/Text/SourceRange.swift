/// A half-open range of UTF-8 bytes in a source text.
public struct SourceRange: Equatable, Hashable, Sendable {
    public var start: Int
    public var end: Int

    public init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = end
    }

    public var length: Int { end - start }

    public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }
    public func contains(_ other: SourceRange) -> Bool { start <= other.start && other.end <= end }
}
