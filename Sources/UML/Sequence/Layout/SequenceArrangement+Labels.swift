extension SequenceArrangement {
    /// The label of a line and where it stands without lying on the bar of an execution that the line crosses: of the stretches between bars
    /// the one that is wide anyway. It is made as wide as the label, which has the length of the line for itself where that is known.
    mutating func label(_ text: String, _ style: TextStyle?, _ from: Anchor, _ to: Anchor) -> (label: TextLines, stretch: PlacedMessage.Stretch) {
        let stretch = widestStretch(from, to)
        let room = knownPlaces.isEmpty ? 0 : stretch.width(knownPlaces) - 2 * Metrics.labelPadding
        let label = TextLines.plain(text, font(style), maximumWidth: max(room, Metrics.widestMessage))
        if label.width > 0 {
            let (start, end) = (stretch.start, stretch.end)
            constraints.demand(start.column, end.column, label.width + 2 * Metrics.labelPadding + start.offset - end.offset)
        }
        return (label, stretch)
    }

    func font(_ style: TextStyle?) -> Font { style?.font(Metrics.messageFont) ?? Metrics.messageFont }

    /// Whether a label is broken that these places have more room for.
    func hasNarrowLabels(_ places: [Double]) -> Bool {
        placements.contains {
            guard case .message(let message) = $0, message.label.lines.count > 1, !message.isToItself else { return false }
            return message.labelStretch.width(places) > Metrics.widestMessage + 2 * Metrics.labelPadding
        }
    }

    private func widestStretch(_ from: Anchor, _ to: Anchor) -> PlacedMessage.Stretch {
        let (left, right) = from.column < to.column ? (from, to) : (to, from)
        var best = PlacedMessage.Stretch(start: left, end: right)
        var widest = -1.0
        var start = left
        for column in (left.column + 1)..<(right.column + 1) {
            let isEnd = column == right.column
            guard isEnd || levels[column] > 0 else { continue }
            let stretch = PlacedMessage.Stretch(start: start, end: isEnd ? right : Anchor(column: column, offset: leftEdge(column)))
            let width = knownPlaces.isEmpty ? leastWidth(stretch) : stretch.width(knownPlaces)
            if width > widest {
                widest = width
                best = stretch
            }
            start = Anchor(column: column, offset: rightEdge(column))
        }
        return best
    }

    /// As wide as it is at least, whatever happens between its columns.
    private func leastWidth(_ stretch: PlacedMessage.Stretch) -> Double {
        var width = stretch.end.offset - stretch.start.offset
        for column in stretch.start.column..<stretch.end.column { width += heads[column].halfWidth + heads[column + 1].halfWidth + Metrics.headGap }
        return width
    }
}
