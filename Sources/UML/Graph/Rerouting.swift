/// Leads those edges anew that end at nodes which have moved, or run through them, in the order of the graph.
struct Rerouting {
    private(set) var placement: GraphPlacement
    private let graph: Graph
    private let hasMoved: [Bool]
    /// The boxes, with the edges that lead from one to itself.
    private let obstacles: [GraphPlacement.Box]
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
        obstacles = zip(graph.nodes, placement.nodes).map { node, box in box.withMargin(of: node, isTurned: graph.isSideways) }
    }

    mutating func route() {
        let touched = graph.edges.indices.filter { isTouched($0) }
        for edge in touched { placement.edges[edge] = GraphPlacement.Route() }
        for (route, edge) in zip(placement.edges, graph.edges) { texts += route.texts(edge) }
        let order = StableOrder.sorted(touched) { rank($0) < rank($1) }
        for edge in order where graph.edges[edge].from != graph.edges[edge].to { route(edge) }
    }

    /// What somebody has led comes first, as it leads around nothing; then what is joined: it is to meet the middles of its nodes.
    private func rank(_ index: Int) -> Int {
        let edge = graph.edges[index]
        return !edge.ledPath.isEmpty ? 0 : edge.join != nil ? 1 : 2
    }

    private func isTouched(_ index: Int) -> Bool {
        let edge = graph.edges[index]
        if !edge.ledPath.isEmpty { return true }
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
        let bent = bent(edge)
        let points = bent ?? joined(index) ?? (graph.isSlanted ? straight(edge) : nil) ?? led(edge) ?? direct(edge)
        placement.edges[index].points = points
        if graph.isSlanted, bent == nil { placement.edges[index].points = shortcuts.straightened(points, from: edge.from, to: edge.to) }
        var route = placement.edges[index]
        RouteTexts(placement, texts).place(edge, &route)
        placement.edges[index] = route
        texts += placement.edges[index].texts(edge)
    }

    /// Where somebody has led it.
    private func bent(_ edge: Graph.Edge) -> [GraphPlacement.Position]? {
        guard !edge.ledPath.isEmpty else { return nil }
        var path = edge.ledPath
        for index in path.indices { path[index].move(-placement.origin.x, -placement.origin.y) }
        return BentRoute.points(from: placement.nodes[edge.from], to: placement.nodes[edge.to], path: path, isSlanted: graph.isSlanted)
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
            graph.edges[$0].join == join && graph.edges[$0].ledPath.isEmpty && graph.edges[$0].from == edge.from
                && placement.edges[$0].points.count > 1
        }
        let start = other.map { placement.edges[$0].points[0] } ?? GraphPlacement.Position(x: from.middleX, y: from.maximumY)
        let height = other.flatMap { placement.edges[$0].points.count > 3 ? placement.edges[$0].points[1].y : nil } ?? busHeight(join, edge.from)
        guard start.y == from.maximumY, height >= start.y + edge.fromSymbol, to.y >= height + GraphSpacing.afterSymbol else { return nil }
        let taken = self.end(edge.to, symbol: 0).used(on: .up)
        let end = GraphPlacement.Position(x: RouteEnd.free(to.middleX, within: to.width / 2, taken) ?? to.middleX, y: to.y)
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
}
