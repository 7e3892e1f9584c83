/// A horizontal place before the columns have theirs: so many pixels right of a column's lifeline.
struct Anchor: Equatable {
    var column: Int
    var offset: Double

    func moved(_ distance: Double) -> Anchor { Anchor(column: column, offset: offset + distance) }
}
