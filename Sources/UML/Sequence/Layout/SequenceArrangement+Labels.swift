extension SequenceArrangement {
    /// Where the label of a line may stand without lying on the bar of an execution that the line crosses: of the stretches between bars the one
    /// that is wide anyway; it is made as wide as the label.
    mutating func roomForLabel(of width: Double, _ from: Anchor, _ to: Anchor) -> PlacedMessage.Stretch {
        let (left, right) = from.column < to.column ? (from, to) : (to, from)
        var best = PlacedMessage.Stretch(start: left, end: right)
        var widest = -1.0
        var start = left
        for column in (left.column + 1)..<(right.column + 1) {
            let isEnd = column == right.column
            guard isEnd || levels[column] > 0 else { continue }
            let end = isEnd ? right : Anchor(column: column, offset: leftEdge(column))
            let known = knownDistance(start.column, end.column) + end.offset - start.offset
            if known > widest {
                widest = known
                best = PlacedMessage.Stretch(start: start, end: end)
            }
            start = Anchor(column: column, offset: rightEdge(column))
        }
        if width > 0 {
            constraints.demand(
                best.start.column, best.end.column, width + 2 * Metrics.labelPadding + best.start.offset - best.end.offset)
        }
        return best
    }

    /// How far apart two columns are at least, whatever happens between them.
    private func knownDistance(_ left: Int, _ right: Int) -> Double {
        var distance = 0.0
        for column in left..<right { distance += heads[column].halfWidth + heads[column + 1].halfWidth + Metrics.headGap }
        return distance
    }
}
