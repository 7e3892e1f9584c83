/// Leads those edges anew that end at nodes which have moved, or run through them, in the order of the graph.
struct Rerouting {
    private(set) var placement: GraphPlacement
    private let graph: Graph
    private let hasMoved: [Bool]
    private var isTouched: [Bool]
    /// Of all searches, so that the largest picture takes no longer than a person waits.
    private var budget = 1_500_000
    /// The texts of edges that are in their places.
    private var texts: [GraphPlacement.Box] = []

    /// How far around both ends one looks for a way at first.
    private static let window = 64 * Graph.unitsPerPixel
    private static let frameCost = 30 * Graph.unitsPerPixel
    private static let clearance = GraphSpacing.aroundLabel

    init(_ graph: Graph, _ placement: GraphPlacement, hasMoved: [Bool]) {
        self.graph = graph
        self.placement = placement
        self.hasMoved = hasMoved
        isTouched = Array(repeating: false, count: graph.edges.count)
    }

    mutating func route() {
        for edge in graph.edges.indices {
            isTouched[edge] = isTouched(edge)
            if !isTouched[edge] { texts += placement.edges[edge].texts(graph.edges[edge]) }
        }
        for edge in graph.edges.indices where isTouched[edge] { placement.edges[edge] = GraphPlacement.Route() }
        for edge in graph.edges.indices where isTouched[edge] && graph.edges[edge].from != graph.edges[edge].to { route(edge) }
    }

    private func isTouched(_ index: Int) -> Bool {
        let edge = graph.edges[index]
        if hasMoved[edge.from] || hasMoved[edge.to] { return true }
        let route = placement.edges[index]
        for node in graph.nodes.indices where hasMoved[node] {
            let box = placement.nodes[node].grown(by: Self.clearance)
            if route.crosses(box) || route.texts(edge).contains(where: { $0.overlaps(box) }) { return true }
        }
        return false
    }

    // MARK: One edge

    private mutating func route(_ index: Int) {
        let edge = graph.edges[index]
        let points = joined(index) ?? (graph.isSlanted ? straight(edge) : nil) ?? led(edge) ?? direct(edge)
        placement.edges[index].points = points
        if graph.isSlanted { placement.edges[index].points = shortcuts.straightened(points, from: edge.from, to: edge.to) }
        placeTexts(index)
        texts += placement.edges[index].texts(edge)
    }

    /// Around everything; nil if there is no way.
    private mutating func led(_ edge: Graph.Edge) -> [GraphPlacement.Position]? {
        let (from, to) = (placement.nodes[edge.from], placement.nodes[edge.to])
        let (first, second) = (end(edge.from, symbol: edge.fromSymbol), end(edge.to, symbol: edge.toSymbol))
        let (starts, goals) = (ends(edge.from, first, towards: second), ends(edge.to, second, towards: first))
        let cost = (graph.nodes.count + graph.edges.count) / 8
        let simple = SimpleRoutes.free(from: starts, to: goals) { points in
            budget -= cost
            return budget > 0 && isFree(points, edge)
        }
        if let simple { return simple }
        var window = GraphPlacement.Box(around: [from, to]).grown(by: Self.window)
        for round in 0..<4 where budget > 0 {
            // At last all there is.
            let known = round < 3 ? window : nil
            func isKnown(_ box: GraphPlacement.Box) -> Bool { known.map { box.overlaps($0) } ?? true }
            let points = Router.route(
                from: starts, to: goals, obstacles: obstacles.filter(isKnown), texts: (texts + titles(edge)).filter(isKnown),
                segments: segments(in: known), window: known, budget: &budget)
            if let points { return points }
            window = window.grown(by: max(window.width, window.height) / 2)
        }
        // So it may lead through something.
        return graph.isSlanted ? nil : SimpleRoutes.free(from: starts, to: goals) { _ in true }
    }

    /// Not where edges from a node to itself are.
    private func ends(_ node: Int, _ end: RouteEnd.Node, towards other: RouteEnd.Node) -> [RouteEnd] {
        let ends = RouteEnd.all(end, towards: other)
        return graph.nodes[node].rightMargin > 0 ? ends.filter { $0.side != (graph.isSideways ? .down : .right) } : ends
    }

    /// The boxes, with the edges that lead from one to itself.
    private var obstacles: [GraphPlacement.Box] {
        zip(graph.nodes, placement.nodes).map { node, box in box.withMargin(of: node, isTurned: graph.isSideways) }
    }

    /// Whether a way leads past everything, and crosses nothing.
    private func isFree(_ points: [GraphPlacement.Position], _ edge: Graph.Edge) -> Bool {
        let pieces = zip(points, points.dropFirst()).map { GraphPlacement.Box($0, $1) }
        for (index, box) in obstacles.enumerated() {
            let near = box.grown(by: RoutingGrid.comfort)
            for (place, piece) in pieces.enumerated() where piece.overlaps(near) {
                let isOwn = index == edge.from && place == 0 || index == edge.to && place == pieces.count - 1
                if !isOwn { return false }
            }
        }
        let margin = GraphSpacing.betweenLines / 2
        for text in texts + titles(edge) { if pieces.contains(where: { $0.overlaps(text) }) { return false } }
        for route in placement.edges {
            for (start, end) in zip(route.points, route.points.dropFirst()) {
                let other = GraphPlacement.Box(start, end).grown(by: margin)
                if pieces.contains(where: { $0.overlaps(other) }) { return false }
            }
        }
        return true
    }

    private func end(_ node: Int, symbol: Int) -> RouteEnd.Node {
        var used: [GraphPlacement.Position] = []
        for (index, edge) in graph.edges.enumerated() where edge.from == node || edge.to == node {
            if edge.from == node, let first = placement.edges[index].points.first { used.append(first) }
            if edge.to == node, let last = placement.edges[index].points.last { used.append(last) }
        }
        return RouteEnd.Node(
            box: placement.nodes[node], used: used, meetsInMiddle: graph.nodes[node].meetingPoint != nil, symbol: symbol)
    }

    /// Titles of frames, as far as an edge doesn't end right there.
    private func titles(_ edge: Graph.Edge) -> [GraphPlacement.Box] {
        zip(graph.frames, placement.frames).compactMap { frame, box in
            let title = GraphPlacement.Box(x: box.x, y: box.y, width: frame.title.width, height: frame.title.height)
            let ends = [placement.nodes[edge.from], placement.nodes[edge.to]]
            return frame.title.isEmpty || ends.contains { $0.overlaps(title.grown(by: GraphSpacing.insideFrame)) } ? nil : title
        }
    }

    /// What may be crossed: other edges, and the sides of frames.
    private func segments(in window: GraphPlacement.Box?) -> [RoutingGrid.Segment] {
        var segments: [RoutingGrid.Segment] = []
        func add(_ start: GraphPlacement.Position, _ end: GraphPlacement.Position, _ cost: Int) {
            if window.map({ GraphPlacement.Box(start, end).overlaps($0) }) ?? true {
                segments.append(RoutingGrid.Segment(start: start, end: end, cost: cost))
            }
        }
        for route in placement.edges {
            for (start, end) in zip(route.points, route.points.dropFirst()) { add(start, end, Router.crossingCost) }
        }
        for box in placement.frames {
            let corners = box.corners
            for (index, corner) in corners.enumerated() { add(corner, corners[(index + 1) % 4], Self.frameCost) }
        }
        return segments
    }

    // MARK: Straight lines

    /// From border to border towards both middles; nil if something is in the way.
    private func straight(_ edge: Graph.Edge) -> [GraphPlacement.Position]? {
        let points = direct(edge)
        return shortcuts.isFree(points[0], points[1], edge.from, edge.to) ? points : nil
    }

    private var shortcuts: Shortcuts { Shortcuts(placement.nodes, labels: texts) }

    private func direct(_ edge: Graph.Edge) -> [GraphPlacement.Position] {
        let (from, to) = (placement.nodes[edge.from], placement.nodes[edge.to])
        return [from.border(towards: to), to.border(towards: from)]
    }

    // MARK: Joined edges

    /// Along the others with which an edge is drawn as one, if the way is free: from the middle of the upper side's bottom, over one height.
    private func joined(_ index: Int) -> [GraphPlacement.Position]? {
        let edge = graph.edges[index]
        guard let join = edge.join, !graph.isSideways, !graph.isSlanted else { return nil }
        let (from, to) = (placement.nodes[edge.from], placement.nodes[edge.to])
        let other = graph.edges.indices.first {
            graph.edges[$0].join == join && graph.edges[$0].from == edge.from && placement.edges[$0].points.count > 1
        }
        let start = other.map { placement.edges[$0].points[0] } ?? GraphPlacement.Position(x: from.middleX, y: from.maximumY)
        let height = other.flatMap { placement.edges[$0].points.count > 3 ? placement.edges[$0].points[1].y : nil } ?? busHeight(join, edge.from)
        guard start.y == from.maximumY, height >= start.y + edge.fromSymbol, to.y >= height + GraphSpacing.afterSymbol else { return nil }
        let end = GraphPlacement.Position(x: to.middleX, y: to.y)
        let points =
            start.x == end.x
            ? [start, end] : [start, GraphPlacement.Position(x: start.x, y: height), GraphPlacement.Position(x: end.x, y: height), end]
        let route = GraphPlacement.Route(points: points)
        let obstacles = placement.nodes.indices.filter { $0 != edge.from && $0 != edge.to }.map { placement.nodes[$0] } + texts
        return obstacles.contains { route.crosses($0.grown(by: Self.clearance)) } ? nil : points
    }

    /// Half way down to the highest of the nodes below.
    private func busHeight(_ join: Int, _ from: Int) -> Int {
        let bottom = placement.nodes[from].maximumY
        let tops = graph.edges.filter { $0.join == join && $0.from == from }.map { placement.nodes[$0.to].y }.filter { $0 > bottom }
        let symbol = graph.edges.first { $0.join == join && $0.from == from }?.fromSymbol ?? 0
        return bottom + max(((tops.min() ?? bottom) - bottom) / 2, symbol + GraphSpacing.afterSymbol)
    }

    // MARK: Texts

    private mutating func placeTexts(_ index: Int) {
        let (edge, points) = (graph.edges[index], placement.edges[index].points)
        guard points.count > 1 else { return }
        let (start, end) = (points[0], points[points.count - 1])
        if !edge.fromLabel.isEmpty { placement.edges[index].fromLabel = Self.beside(start, points[1], edge.fromLabel) }
        if !edge.toLabel.isEmpty { placement.edges[index].toLabel = Self.beside(end, points[points.count - 2], edge.toLabel) }
        if !edge.label.isEmpty { placement.edges[index].label = middle(points, edge.label) }
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
