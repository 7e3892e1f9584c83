struct PlacedFragment {
    var statement: Int
    var range: SourceRange
    var kind: FragmentKind
    var left = Anchor(column: 0, offset: 0)
    var right = Anchor(column: 0, offset: 0)
    var top: Double
    var bottom = 0.0
    /// What the pentagon says; empty for an anonymous block.
    var tab: TextLines
    var operands: [Operand] = []
    var description: String

    struct Operand {
        var range: SourceRange
        /// The dashed line above it; for the first one the top of the fragment.
        var top: Double
        var guardText: TextLines
        /// The top of the guard, and its distance from the fragment's left edge.
        var guardTop: Double
        var guardInset: Double
    }
}
