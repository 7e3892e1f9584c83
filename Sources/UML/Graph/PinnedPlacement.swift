/// A placement with some nodes put where somebody wants them: these stand right there, what they would overlap gives way, and the edges that end at
/// what has moved, or would run through it, are led anew around everything. All else stays as it is.
final class PinnedPlacement {
    private(set) var placement: GraphPlacement
    private let graph: Graph
    private var hasMoved: [Bool]
    private let frames: FrameTree
    private var pins: [GraphPlacement.Box] = []

    private static let spacing = GraphSpacing.betweenNodeAndLine
    /// How often one node gives way.
    private static let patience = 4

    static func placement(_ graph: Graph, _ placement: GraphPlacement) -> GraphPlacement {
        guard hasPins(graph) else { return placement }
        let pinned = PinnedPlacement(graph, placement)
        pinned.placePins()
        pinned.fillFrames()
        pinned.takeAlong()
        pinned.makeRoom()
        pinned.placeFrames()
        var routes = Rerouting(graph, pinned.placement, hasMoved: pinned.hasMoved)
        routes.route()
        var result = routes.placement
        result.enclose(graph, isTurned: graph.isSideways)
        return result
    }

    private static func hasPins(_ graph: Graph) -> Bool {
        for node in graph.nodes where node.pin != nil { return true }
        for frame in graph.frames where frame.pin != nil { return true }
        for edge in graph.edges where !edge.ledPath.isEmpty { return true }
        return false
    }

    private init(_ graph: Graph, _ placement: GraphPlacement) {
        self.graph = graph
        self.placement = placement
        self.placement.unpinned = GraphPlacement.Unpinned(nodes: placement.nodes, edges: placement.edges.map { $0.points })
        frames = FrameTree(graph)
        hasMoved = Array(repeating: false, count: graph.nodes.count)
    }

    private func isPinned(_ node: Int) -> Bool { graph.nodes[node].pin != nil }

    private func placePins() {
        for (node, item) in graph.nodes.enumerated() {
            guard let pin = item.pin else { continue }
            hasMoved[node] = true
            // One that has become wider grows to both sides: it stays in line with others.
            placement.nodes[node] = GraphPlacement.Box(
                x: pin.x + (pin.width - item.size.width) / 2 - placement.origin.x, y: pin.y - placement.origin.y, width: item.size.width,
                height: item.size.height)
            pins.append(placement.nodes[node])
        }
    }

    @inline(never) private func pin(ofFrame frame: Int) -> GraphPlacement.Box? {
        guard var pin = graph.frames[frame].pin else { return nil }
        pin.move(-placement.origin.x, -placement.origin.y)
        return pin
    }

    /// What is in a frame that somebody has put somewhere comes along, if nothing in it stands where it was put itself.
    private func fillFrames() {
        for frame in graph.frames.indices {
            guard let pin = pin(ofFrame: frame) else { continue }
            var boxes: [GraphPlacement.Box] = []
            var isHeld = false
            for node in graph.nodes.indices where isInside(node, frame) {
                boxes.append(placement.nodes[node])
                isHeld = isHeld || isPinned(node)
            }
            let (room, box) = (graph.frames[frame].inside(pin), GraphPlacement.Box(around: boxes))
            guard !isHeld, !room.holds(box) else { continue }
            for node in graph.nodes.indices where isInside(node, frame) {
                placement.nodes[node].move(room.x - box.x, room.y - box.y)
                hasMoved[node] = true
            }
        }
    }

    @inline(never) private func isInside(_ node: Int, _ frame: Int) -> Bool { frames.path(graph.nodes[node].frame).contains(frame) }

    // MARK: What goes along

    /// Moves what is attached with what it is attached to: with all of its frame, or by the mean way of both ends of its edges.
    private func takeAlong() {
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
        var ends: [Int] = []
        for edge in graph.edges where edge.from == node && !edge.isLevel { ends.append(edge.to) }
        for edge in graph.edges where edge.to == node { ends.append(edge.from) }
        guard ends.count == 2 else { return nil }
        return GraphPlacement.Position(x: (ways[ends[0]].x + ways[ends[1]].x) >> 1, y: (ways[ends[0]].y + ways[ends[1]].y) >> 1)
    }

    /// Of the innermost frame around a node that holds something else, if all of that is pinned.
    private func wayOfFrame(_ node: Int, _ ways: [GraphPlacement.Position]) -> GraphPlacement.Position? {
        for frame in frames.path(graph.nodes[node].frame).reversed() {
            var first: Int?
            for member in graph.nodes.indices where !graph.nodes[member].isAttached && isInside(member, frame) {
                guard isPinned(member) else { return nil }
                first = first ?? member
            }
            if let first { return ways[first] }
        }
        return nil
    }

    // MARK: Room

    /// What is overlapped goes the shortest way aside, and may push others in turn.
    private func makeRoom() {
        var moved: [Int] = []
        for node in graph.nodes.indices where isPinned(node) { moved.append(node) }
        var counts = Array(repeating: 0, count: graph.nodes.count)
        for frame in graph.frames.indices {
            guard let pin = pin(ofFrame: frame) else { continue }
            moveAside(past: pin, from: nil, notIn: frame, &counts, &moved)
        }
        var next = 0
        while next < moved.count {
            let mover = moved[next]
            next += 1
            moveAside(past: placement.nodes[mover], from: mover, notIn: nil, &counts, &moved)
        }
    }

    private func moveAside(
        past box: GraphPlacement.Box, from mover: Int?, notIn frame: Int?, _ counts: inout [Int], _ moved: inout [Int]
    ) {
        for node in graph.nodes.indices where node != mover && !isPinned(node) && !graph.nodes[node].isAttached && counts[node] < Self.patience {
            if let frame, isInside(node, frame) { continue }
            guard let (x, y) = shift(placement.nodes[node], past: box) else { continue }
            placement.nodes[node].move(x, y)
            hasMoved[node] = true
            counts[node] += 1
            moved.append(node)
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
    private func placeFrames() {
        var isTouched = Array(repeating: false, count: graph.frames.count)
        for node in graph.nodes.indices where hasMoved[node] { for frame in frames.path(graph.nodes[node].frame) { isTouched[frame] = true } }
        for frame in graph.frames.indices where graph.frames[frame].pin != nil { for outer in frames.path(frame) { isTouched[outer] = true } }
        for frame in graph.frames.indices.reversed() where isTouched[frame] {
            var boxes: [GraphPlacement.Box] = []
            for (node, item) in graph.nodes.enumerated() where item.frame == frame {
                boxes.append(placement.nodes[node].withMargin(of: item, isTurned: graph.isSideways))
            }
            for (inner, item) in graph.frames.enumerated() where item.parent == frame { boxes.append(placement.frames[inner]) }
            let box = graph.frames[frame].around(GraphPlacement.Box(around: boxes))
            placement.frames[frame] = pin(ofFrame: frame).map { GraphPlacement.Box(around: [box, $0]) } ?? box
        }
    }
}
