extension GraphPlacement.Box {
    /// Of a straight piece of a line.
    init(_ start: GraphPlacement.Position, _ end: GraphPlacement.Position) {
        self.init(x: min(start.x, end.x), y: min(start.y, end.y), width: abs(start.x - end.x), height: abs(start.y - end.y))
    }

    /// With what is to be free beside a node, for edges from it to itself.
    func withMargin(of node: Graph.Node, isTurned: Bool) -> GraphPlacement.Box {
        GraphPlacement.Box(x: x, y: y, width: width + (isTurned ? 0 : node.rightMargin), height: height + (isTurned ? node.rightMargin : 0))
    }

    func grown(by margin: Int) -> GraphPlacement.Box {
        GraphPlacement.Box(x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin)
    }

    /// Whether the two are less than a distance apart, to the side and downwards.
    func isNear(_ other: GraphPlacement.Box, _ distance: Int) -> Bool {
        x < other.maximumX + distance && other.x < maximumX + distance && y < other.maximumY + distance && other.y < maximumY + distance
    }

    /// Whether the two overlap, or touch.
    func overlaps(_ other: GraphPlacement.Box) -> Bool {
        x <= other.maximumX && other.x <= maximumX && y <= other.maximumY && other.y <= maximumY
    }

    func contains(_ other: GraphPlacement.Box) -> Bool {
        x <= other.x && other.maximumX <= maximumX && y <= other.y && other.maximumY <= maximumY
    }

    var middle: GraphPlacement.Position { GraphPlacement.Position(x: middleX, y: y + height / 2) }

    /// Clockwise from the upper left one.
    var corners: [GraphPlacement.Position] {
        [
            GraphPlacement.Position(x: x, y: y), GraphPlacement.Position(x: maximumX, y: y), GraphPlacement.Position(x: maximumX, y: maximumY),
            GraphPlacement.Position(x: x, y: maximumY),
        ]
    }

    /// Where a line from the middle to that of another box leaves this one.
    func border(towards other: GraphPlacement.Box) -> GraphPlacement.Position {
        let (middleY, deltaX, deltaY) = (y + height / 2, other.middleX - middleX, other.y + other.height / 2 - y - height / 2)
        // Which side it is: products of lengths may have more than 32 bits.
        if Int64(abs(deltaX)) * Int64(height) > Int64(abs(deltaY)) * Int64(width) {
            let offset = Int(Int64(deltaY) * Int64(width / 2) / Int64(abs(deltaX)))
            return GraphPlacement.Position(x: deltaX > 0 ? maximumX : x, y: middleY + offset)
        }
        let offset = deltaY == 0 ? 0 : Int(Int64(deltaX) * Int64(height / 2) / Int64(abs(deltaY)))
        return GraphPlacement.Position(x: middleX + offset, y: deltaY > 0 ? maximumY : y)
    }
}

extension GraphPlacement.Route {
    /// Whether a piece of the line goes through a box, or touches it.
    func crosses(_ box: GraphPlacement.Box) -> Bool {
        zip(points, points.dropFirst()).contains { start, end in Shortcuts.crosses(start, end, box) }
    }
}
