/// Where everything of a ``Graph`` has been placed, in its units; `y` grows downwards.
struct GraphPlacement {
    var width = 0
    var height = 0
    var nodes: [Box]
    /// From where to where each part of a node reaches, from the node's left edge.
    var parts: [[Range<Int>]]
    var frames: [Box]
    var edges: [Route]

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
    mutating func move(_ x: Int, _ y: Int) {
        for index in nodes.indices { nodes[index].move(x, y) }
        for index in frames.indices { frames[index].move(x, y) }
        for index in edges.indices { edges[index].move(x, y) }
    }
}

extension GraphPlacement.Box {
    mutating func move(_ x: Int, _ y: Int) {
        self.x += x
        self.y += y
    }
}

extension GraphPlacement.Position {
    mutating func move(_ x: Int, _ y: Int) {
        self.x += x
        self.y += y
    }
}

extension GraphPlacement.Route {
    mutating func move(_ x: Int, _ y: Int) {
        for index in points.indices { points[index].move(x, y) }
        label?.move(x, y)
        fromLabel?.move(x, y)
        toLabel?.move(x, y)
    }
}
