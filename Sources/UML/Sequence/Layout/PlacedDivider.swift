struct PlacedDivider {
    var statement: Int
    var range: SourceRange
    var y: Double
    var label: TextLines
}
