struct PlacedSelfMessage {
    var statement: Int
    var range: SourceRange
    var sort: MessageSort
    /// Where the line leaves the lifeline or its execution.
    var from: Anchor
    /// Where it comes back.
    var to: Anchor
    var y: Double
    var label: TextLines
    var description: String
}
