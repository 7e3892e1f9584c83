/// Takes turns out of slanted edges where nothing is in the way of a straight line.
struct Shortcuts {
    private let obstacles: [(box: GraphPlacement.Box, node: Int?)]
    /// So that the largest graph takes no longer than a person waits.
    private static let mostObstacles = 2_000

    /// - Parameter labels: The texts of edges.
    init(_ nodes: [GraphPlacement.Box], labels: [GraphPlacement.Box]) {
        var obstacles: [(box: GraphPlacement.Box, node: Int?)] = []
        for (index, box) in nodes.enumerated() { obstacles.append((box, index)) }
        for box in labels { obstacles.append((box, nil)) }
        self.obstacles = obstacles.count <= Self.mostObstacles ? obstacles : []
    }

    /// - Parameters:
    ///   - texts: The edge's own ones, past which it leads anyway.
    ///   - isKept: Points that stay, because a text is beside them.
    func straightened(
        _ points: [GraphPlacement.Position], from: Int, to: Int, texts: [GraphPlacement.Box] = [],
        isKept: (GraphPlacement.Position) -> Bool = { _ in false }
    ) -> [GraphPlacement.Position] {
        guard !obstacles.isEmpty else { return points }
        var points = points
        var index = 1
        while index + 1 < points.count {
            if !isKept(points[index]), isFree(points[index - 1], points[index + 1], from, to, texts: texts) {
                points.remove(at: index)
                index = max(index - 1, 1)
            } else {
                index += 1
            }
        }
        return points
    }

    func isFree(_ start: GraphPlacement.Position, _ end: GraphPlacement.Position, _ from: Int, _ to: Int, texts: [GraphPlacement.Box] = []) -> Bool {
        !obstacles.contains { obstacle in
            obstacle.node != from && obstacle.node != to && !(obstacle.node == nil && texts.contains(obstacle.box))
                && Self.crosses(start, end, obstacle.box.grown(by: GraphSpacing.aroundLabel))
        }
    }

    /// Whether a line goes through a box: all its corners are not on one side of the line, and it isn't past the box.
    static func crosses(_ start: GraphPlacement.Position, _ end: GraphPlacement.Position, _ box: GraphPlacement.Box) -> Bool {
        let (left, right, top, bottom) = (box.x, box.maximumX, box.y, box.maximumY)
        guard min(start.x, end.x) < right, max(start.x, end.x) > left, min(start.y, end.y) < bottom, max(start.y, end.y) > top else { return false }
        func side(_ x: Int, _ y: Int) -> Int64 {
            Int64(end.x - start.x) * Int64(y - start.y) - Int64(end.y - start.y) * Int64(x - start.x)
        }
        let sides = [side(left, top), side(right, top), side(left, bottom), side(right, bottom)]
        return !sides.allSatisfy { $0 > 0 } && !sides.allSatisfy { $0 < 0 }
    }
}
