/// The way of an edge that somebody has led: from border to border through the points that they chose, whatever is in its way.
enum BentRoute {
    typealias Position = GraphPlacement.Position
    typealias Box = GraphPlacement.Box

    /// So near to a corner nothing leaves a box.
    private static let inset = 4 * Graph.unitsPerPixel

    /// - Parameter path: From where one end was when it was led to where the other one was, whichever is which.
    /// - Returns: nil if no bend lies outside of both boxes.
    static func points(from: Box, to: Box, path: [Position], isSlanted: Bool) -> [Position]? {
        guard let first = path.first, let last = path.last else { return nil }
        // If one of the boxes has been put elsewhere since, the other one still tells.
        let isTurned = distance(last, from) + distance(first, to) < distance(first, from) + distance(last, to)
        var points: [Position] = []
        for index in path.indices where index > 0 && index < path.count - 1 {
            let bend = path[isTurned ? path.count - 1 - index : index]
            if !from.holds(Box(bend, bend)), !to.holds(Box(bend, bend)) { points.append(bend) }
        }
        guard !points.isEmpty else { return nil }
        let end = way(to, points[points.count - 1], next: points.count > 1 ? points[points.count - 2] : nil, isSlanted)
        let start = way(from, points[0], next: points.count > 1 ? points[1] : nil, isSlanted)
        if let corner = start.corner { points.insert(corner, at: 0) }
        points.insert(start.end, at: 0)
        if let corner = end.corner { points.append(corner) }
        points.append(end.end)
        return points
    }

    private static func distance(_ point: Position, _ box: Box) -> Int { abs(point.x - box.middle.x) + abs(point.y - box.middle.y) }

    /// From a bend to the border of a box: straight, or over one corner, which turns where the next piece does not.
    @inline(never) private static func way(_ box: Box, _ bend: Position, next: Position?, _ isSlanted: Bool) -> (corner: Position?, end: Position) {
        let (side, end) = (bend.x < box.middleX ? box.x : box.maximumX, bend.y < box.middle.y ? box.y : box.maximumY)
        if isSlanted { return (nil, box.border(towards: Box(bend, bend))) }
        if bend.x >= box.x + inset, bend.x <= box.maximumX - inset { return (nil, Position(x: bend.x, y: end)) }
        if bend.y >= box.y + inset, bend.y <= box.maximumY - inset { return (nil, Position(x: side, y: bend.y)) }
        if next?.y == bend.y { return (Position(x: bend.x, y: box.middle.y), Position(x: side, y: box.middle.y)) }
        return (Position(x: box.middleX, y: bend.y), Position(x: box.middleX, y: end))
    }
}
