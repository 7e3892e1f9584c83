struct PlacedMessage {
    var statement: Int
    var range: SourceRange
    var sort: MessageSort
    var from: Anchor
    var to: Anchor
    var y: Double
    var label: TextLines
    /// In words, for screen readers.
    var description: String
}
