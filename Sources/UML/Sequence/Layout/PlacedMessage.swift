struct PlacedMessage {
    var statement: Int
    var range: SourceRange
    var sort: MessageSort
    /// Where the line leaves the sender's lifeline or its execution, and where it ends; on one column for a message to oneself.
    var from: Anchor
    var to: Anchor
    var y: Double
    /// Between which places the label stands; the whole line, unless there are bars in its way.
    var labelStretch: Stretch
    var label: TextLines
    /// Of the label, the line and its head.
    var color: Color?
    /// In words, for screen readers.
    var description: String

    struct Stretch {
        var start: Anchor
        var end: Anchor

        /// - Parameter places: Of the columns.
        func width(_ places: [Double]) -> Double { places[end.column] + end.offset - places[start.column] - start.offset }
    }

    var line: Style {
        var line = sort.line
        if let color { line.stroke = .coloredInk(color) }
        return line
    }

    var ink: Paint { color.map { .coloredInk($0) } ?? .ink }

    var isToItself: Bool { from.column == to.column }
}
