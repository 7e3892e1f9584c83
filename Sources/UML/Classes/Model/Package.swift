/// A package or what else encloses classifiers (UML 2.5.1, 12.2).
public struct Package: Sendable {
    public var name: String
    public var label: String
    public var stereotypes: [String] = []
    public var shape: Shape
    public var color: Color?
    /// Counts ``ClassDiagram/packages``; it stands before this one.
    public var parent: Int?
    /// The line with which it begins.
    public var range: SourceRange
    var head: ElementHead
    /// Of what it is called by its frame, if that is not its name.
    var labelRange: SourceRange?
    /// To its closing brace.
    var wholeRange: SourceRange { SourceRange(range.start, head.body?.end ?? range.end) }

    public enum Shape: String, CaseIterable, Sendable {
        case package
        case namespace
        case folder
        case rectangle
        case frame
        case node
        case cloud
        case database
        case component
        case card
        case storage
        case together
        case artifact
        case queue
        case boundary
        case control
        case agent
        case person
        case collections
        case hexagon
        case file
        case stack

        /// Whether its name stands in a tab above it.
        var hasTab: Bool { self == .package || self == .namespace || self == .folder }
    }
}
