/// Where everything of a ``Graph`` has been placed, in its units; `y` grows downwards.
struct GraphPlacement {
    var width = 0
    var height = 0
    /// Where its own 0 is among the places that nodes had before (``Graph/Node/place``).
    var origin = Position(x: 0, y: 0)
    var nodes: [Box]
    /// From where to where each part of a node reaches, from the node's left edge.
    var parts: [[Range<Int>]]
    var frames: [Box]
    var edges: [Route]
    /// Where all would be if nothing were pinned; nil if nothing is.
    var unpinned: Unpinned?

    struct Unpinned {
        var nodes: [Box]
        /// The points of each edge.
        var edges: [[Position]]
    }

    struct Box: Equatable {
        var x = 0
        var y = 0
        var width = 0
        var height = 0

        var middleX: Int { x + width / 2 }
        var maximumX: Int { x + width }
        var maximumY: Int { y + height }
    }

    struct Position: Equatable {
        var x: Int
        var y: Int
    }

    /// From the border of one node to that of the other.
    struct Route {
        var points: [Position] = []
        /// The upper left corners of its texts.
        var label: Position?
        var fromLabel: Position?
        var toLabel: Position?
    }

    init(_ graph: Graph) {
        nodes = graph.nodes.map { Box(width: $0.size.width, height: $0.size.height) }
        parts = Array(repeating: [], count: graph.nodes.count)
        frames = Array(repeating: Box(), count: graph.frames.count)
        edges = Array(repeating: Route(), count: graph.edges.count)
    }
}

extension GraphPlacement {
    /// Moves all so that it begins at 0, and measures it.
    ///
    /// - Parameter isTurned: Whether what is to be free to the right of nodes is below them.
    mutating func enclose(_ graph: Graph, isTurned: Bool = false) {
        var boxes = frames
        for (box, node) in zip(nodes, graph.nodes) { boxes.append(box.withMargin(of: node, isTurned: isTurned)) }
        for (route, edge) in zip(edges, graph.edges) {
            for point in route.points { boxes.append(Box(x: point.x, y: point.y)) }
            boxes += route.texts(edge)
        }
        let around = Box(around: boxes)
        move(-around.x, -around.y)
        origin.move(around.x, around.y)
        (width, height) = (around.width, around.height)
    }

    mutating func move(_ x: Int, _ y: Int) {
        for index in nodes.indices { nodes[index].move(x, y) }
        for index in frames.indices { frames[index].move(x, y) }
        for index in edges.indices { edges[index].move(x, y) }
        unpinned?.move(x, y)
    }
}

extension GraphPlacement.Box {
    func holds(_ other: Self) -> Bool { other.x >= x && other.y >= y && other.maximumX <= maximumX && other.maximumY <= maximumY }

    /// What holds all of some boxes; an empty one for none.
    init(around boxes: [GraphPlacement.Box]) {
        var (left, top, right, bottom) = (Int.max, Int.max, Int.min, Int.min)
        for box in boxes {
            (left, top) = (min(left, box.x), min(top, box.y))
            (right, bottom) = (max(right, box.maximumX), max(bottom, box.maximumY))
        }
        self = boxes.isEmpty ? Self() : Self(x: left, y: top, width: right - left, height: bottom - top)
    }

    mutating func move(_ x: Int, _ y: Int) {
        self.x += x
        self.y += y
    }
}

extension GraphPlacement.Unpinned {
    mutating func move(_ x: Int, _ y: Int) {
        for index in nodes.indices { nodes[index].move(x, y) }
        for edge in edges.indices { for point in edges[edge].indices { edges[edge][point].move(x, y) } }
    }
}

extension GraphPlacement.Position {
    mutating func move(_ x: Int, _ y: Int) {
        self.x += x
        self.y += y
    }
}

extension GraphPlacement.Route {
    /// The boxes of an edge's texts.
    func texts(_ edge: Graph.Edge) -> [GraphPlacement.Box] {
        [(label, edge.label), (fromLabel, edge.fromLabel), (toLabel, edge.toLabel)].compactMap { place, size in
            place.map { GraphPlacement.Box(x: $0.x, y: $0.y, width: size.width, height: size.height) }
        }
    }

    mutating func move(_ x: Int, _ y: Int) {
        for index in points.indices { points[index].move(x, y) }
        label?.move(x, y)
        fromLabel?.move(x, y)
        toLabel?.move(x, y)
    }
}
