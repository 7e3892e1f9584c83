struct PlacedComment {
    var statement: Int
    var range: SourceRange
    var left: Anchor
    var top: Double
    var text: TextLines
    var color: Color?
}
