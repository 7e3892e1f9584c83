/// A placement with some nodes put where somebody wants them: these stand right there, what they would overlap gives way, and the edges that end at
/// what has moved, or would run through it, are led anew around everything. All else stays as it is.
struct PinnedPlacement {
    private(set) var placement: GraphPlacement
    private let graph: Graph
    private var hasMoved: [Bool]
    private let frames: FrameTree
    private var pins: [GraphPlacement.Box] = []

    private static let spacing = GraphSpacing.betweenNodeAndLine
    /// How often one node gives way.
    private static let patience = 4

    static func placement(_ graph: Graph, _ placement: GraphPlacement) -> GraphPlacement {
        guard graph.nodes.contains(where: { $0.pin != nil }) else { return placement }
        var pinned = PinnedPlacement(graph, placement)
        pinned.placePins()
        pinned.takeAlong()
        pinned.makeRoom()
        pinned.placeFrames()
        var routes = Rerouting(graph, pinned.placement, hasMoved: pinned.hasMoved)
        routes.route()
        var result = routes.placement
        result.enclose(graph, isTurned: graph.isSideways)
        return result
    }

    private init(_ graph: Graph, _ placement: GraphPlacement) {
        self.graph = graph
        self.placement = placement
        self.placement.unpinned = GraphPlacement.Unpinned(nodes: placement.nodes, edges: placement.edges.map { $0.points })
        frames = FrameTree(graph)
        hasMoved = Array(repeating: false, count: graph.nodes.count)
    }

    private func isPinned(_ node: Int) -> Bool { graph.nodes[node].pin != nil }

    private mutating func placePins() {
        for (node, item) in graph.nodes.enumerated() {
            guard let pin = item.pin else { continue }
            hasMoved[node] = true
            placement.nodes[node] = GraphPlacement.Box(
                x: pin.x - placement.origin.x, y: pin.y - placement.origin.y, width: item.size.width, height: item.size.height)
            pins.append(placement.nodes[node])
        }
    }

    // MARK: What goes along

    /// Moves what is attached with what it is attached to: with all of its frame, or by the mean way of both ends of its edges.
    private mutating func takeAlong() {
        let ways = graph.nodes.indices.map { node in
            GraphPlacement.Position(
                x: placement.nodes[node].x - (placement.unpinned?.nodes[node].x ?? 0),
                y: placement.nodes[node].y - (placement.unpinned?.nodes[node].y ?? 0))
        }
        for node in graph.nodes.indices where graph.nodes[node].isAttached && !isPinned(node) {
            guard let way = wayOfEnds(node, ways) ?? wayOfFrame(node, ways), way.x != 0 || way.y != 0 else { continue }
            placement.nodes[node].move(way.x, way.y)
            hasMoved[node] = true
        }
    }

    /// Of a point in an edge.
    private func wayOfEnds(_ node: Int, _ ways: [GraphPlacement.Position]) -> GraphPlacement.Position? {
        guard graph.nodes[node].size.height <= GraphSpacing.point else { return nil }
        let ends = graph.edges.filter { $0.from == node && !$0.isLevel }.map { $0.to } + graph.edges.filter { $0.to == node }.map { $0.from }
        guard ends.count == 2 else { return nil }
        return GraphPlacement.Position(x: (ways[ends[0]].x + ways[ends[1]].x) >> 1, y: (ways[ends[0]].y + ways[ends[1]].y) >> 1)
    }

    /// Of the innermost frame around a node that holds something else, if all of that is pinned.
    private func wayOfFrame(_ node: Int, _ ways: [GraphPlacement.Position]) -> GraphPlacement.Position? {
        for frame in frames.path(graph.nodes[node].frame).reversed() {
            let members = graph.nodes.indices.filter { !graph.nodes[$0].isAttached && frames.path(graph.nodes[$0].frame).contains(frame) }
            guard let first = members.first else { continue }
            return members.allSatisfy { isPinned($0) } ? ways[first] : nil
        }
        return nil
    }

    // MARK: Room

    /// What is overlapped goes the shortest way aside, and may push others in turn.
    private mutating func makeRoom() {
        var waiting = graph.nodes.indices.filter { isPinned($0) }
        var counts = Array(repeating: 0, count: graph.nodes.count)
        var next = 0
        while next < waiting.count {
            let mover = waiting[next]
            next += 1
            for node in graph.nodes.indices where node != mover && !isPinned(node) && !graph.nodes[node].isAttached && counts[node] < Self.patience {
                guard let (x, y) = shift(placement.nodes[node], past: placement.nodes[mover]) else { continue }
                placement.nodes[node].move(x, y)
                hasMoved[node] = true
                counts[node] += 1
                waiting.append(node)
            }
        }
    }

    /// How a box has to be moved so that it is apart from another one, and from all that is pinned; nil if it is apart from it.
    private func shift(_ box: GraphPlacement.Box, past other: GraphPlacement.Box) -> (Int, Int)? {
        guard box.isNear(other, Self.spacing) else { return nil }
        var best = (0, 0)
        var least = Int.max
        for (stepX, stepY) in [(0, 1), (1, 0), (-1, 0), (0, -1)] {
            var moved = box
            var next: GraphPlacement.Box? = other
            while let obstacle = next {
                Self.move(&moved, stepX, stepY, past: obstacle)
                next = pins.first { moved.isNear($0, Self.spacing) }
            }
            let distance = abs(moved.x - box.x) + abs(moved.y - box.y)
            if distance < least { (least, best) = (distance, (moved.x - box.x, moved.y - box.y)) }
        }
        return best
    }

    /// Straight in one direction.
    private static func move(_ box: inout GraphPlacement.Box, _ stepX: Int, _ stepY: Int, past other: GraphPlacement.Box) {
        if stepX != 0 { box.x = stepX > 0 ? other.maximumX + spacing : other.x - spacing - box.width }
        if stepY != 0 { box.y = stepY > 0 ? other.maximumY + spacing : other.y - spacing - box.height }
    }

    // MARK: Frames

    /// Frames that hold something that has moved are put around what is in them.
    private mutating func placeFrames() {
        var isTouched = Array(repeating: false, count: graph.frames.count)
        for node in graph.nodes.indices where hasMoved[node] { for frame in frames.path(graph.nodes[node].frame) { isTouched[frame] = true } }
        for frame in graph.frames.indices.reversed() where isTouched[frame] {
            var boxes: [GraphPlacement.Box] = []
            for (node, item) in graph.nodes.enumerated() where item.frame == frame {
                boxes.append(placement.nodes[node].withMargin(of: item, isTurned: graph.isSideways))
            }
            for (inner, item) in graph.frames.enumerated() where item.parent == frame { boxes.append(placement.frames[inner]) }
            var box = GraphPlacement.Box(around: boxes)
            let (padding, title) = (GraphSpacing.insideFrame, graph.frames[frame].title)
            box.x -= padding
            box.y -= padding + title.height
            box.width = max(box.width, title.width) + 2 * padding
            box.height += 2 * padding + title.height
            placement.frames[frame] = box
        }
    }
}
