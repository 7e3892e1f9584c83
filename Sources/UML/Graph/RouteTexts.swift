/// Where the texts of an edge go that was led anew.
struct RouteTexts {
    private let placement: GraphPlacement
    /// The texts of other edges.
    private let texts: [GraphPlacement.Box]

    init(_ placement: GraphPlacement, _ texts: [GraphPlacement.Box]) {
        self.placement = placement
        self.texts = texts
    }

    func place(_ edge: Graph.Edge, _ route: inout GraphPlacement.Route) {
        let points = route.points
        guard points.count > 1 else { return }
        let (start, end) = (points[0], points[points.count - 1])
        if !edge.fromLabel.isEmpty { route.fromLabel = Self.beside(start, points[1], edge.fromLabel) }
        if !edge.toLabel.isEmpty { route.toLabel = Self.beside(end, points[points.count - 2], edge.toLabel) }
        if !edge.label.isEmpty { route.label = middle(points, edge.label) }
    }

    /// Beside the end of a line, which goes on to a second point.
    private static func beside(_ end: GraphPlacement.Position, _ next: GraphPlacement.Position, _ size: Graph.Size) -> GraphPlacement.Position {
        let gap = GraphSpacing.aroundLabel
        if abs(next.x - end.x) > abs(next.y - end.y) {
            return GraphPlacement.Position(x: next.x > end.x ? end.x + gap : end.x - gap - size.width, y: end.y - gap / 2 - size.height)
        }
        return GraphPlacement.Position(x: end.x + GraphSpacing.besideSymbol, y: next.y > end.y ? end.y + gap : end.y - gap - size.height)
    }

    /// Beside the longest piece of the line that has room for it.
    private func middle(_ points: [GraphPlacement.Position], _ size: Graph.Size) -> GraphPlacement.Position {
        func length(_ piece: Int) -> Int { abs(points[piece].x - points[piece + 1].x) + abs(points[piece].y - points[piece + 1].y) }
        let gap = GraphSpacing.aroundLabel
        var first: GraphPlacement.Position?
        for piece in StableOrder.sorted(Array(points.indices.dropLast()), { length($0) > length($1) }) {
            let (start, end) = (points[piece], points[piece + 1])
            let (x, y) = ((start.x + end.x) >> 1, (start.y + end.y) >> 1)
            let (width, height) = (abs(start.x - end.x), abs(start.y - end.y))
            // A slanted line rises along the text.
            let rise = Int(Int64(width > height ? size.width : size.height) * Int64(min(width, height)) / Int64(max(width, height, 1))) / 2 + gap
            let spots =
                width > height
                ? [(x - size.width / 2, y - rise - size.height), (x - size.width / 2, y + rise)]
                : [(x + rise, y - size.height / 2), (x - rise - size.width, y - size.height / 2)]
            for spot in spots {
                first = first ?? GraphPlacement.Position(x: spot.0, y: spot.1)
                let box = GraphPlacement.Box(x: spot.0, y: spot.1, width: size.width, height: size.height)
                if isFree(box) { return GraphPlacement.Position(x: spot.0, y: spot.1) }
            }
        }
        return first ?? points[0]
    }

    /// Whether there is nothing under a text.
    private func isFree(_ box: GraphPlacement.Box) -> Bool {
        !(placement.nodes + texts).contains { $0.overlaps(box) } && !placement.edges.contains { $0.crosses(box) }
            && !placement.frames.contains { $0.overlaps(box) && !$0.grown(by: -GraphSpacing.aroundLabel).contains(box) }
    }
}
