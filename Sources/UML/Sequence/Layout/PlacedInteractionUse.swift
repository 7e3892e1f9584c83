struct PlacedInteractionUse {
    var statement: Int
    var range: SourceRange
    var left: Anchor
    var right: Anchor
    var top: Double
    var bottom: Double
    var label: TextLines
}
