/// A placement with some nodes put where somebody wants them: these stand right there, what they would overlap gives way, and the edges that end at
/// what has moved, or would run through it, are led anew around everything. All else stays as it is.
struct PinnedPlacement {
    private(set) var placement: GraphPlacement
    private let graph: Graph
    private var hasMoved: [Bool]
    private let frames: FrameTree

    private static let spacing = GraphSpacing.betweenNodeAndLine
    /// How often one node gives way.
    private static let patience = 4

    static func placement(_ graph: Graph, _ placement: GraphPlacement) -> GraphPlacement {
        guard graph.nodes.contains(where: { $0.place?.isPinned ?? false }) else { return placement }
        var pinned = PinnedPlacement(graph, placement)
        pinned.placePins()
        pinned.makeRoom()
        pinned.placeFrames()
        var routes = Rerouting(graph, pinned.placement, hasMoved: pinned.hasMoved)
        routes.route()
        var result = routes.placement
        result.enclose(graph)
        return result
    }

    private init(_ graph: Graph, _ placement: GraphPlacement) {
        self.graph = graph
        self.placement = placement
        self.placement.unpinned = GraphPlacement.Unpinned(nodes: placement.nodes, edges: placement.edges.map { $0.points })
        frames = FrameTree(graph)
        hasMoved = Array(repeating: false, count: graph.nodes.count)
    }

    private func isPinned(_ node: Int) -> Bool { graph.nodes[node].place?.isPinned ?? false }

    private mutating func placePins() {
        for (node, item) in graph.nodes.enumerated() {
            guard let place = item.place, place.isPinned else { continue }
            hasMoved[node] = true
            placement.nodes[node] = GraphPlacement.Box(
                x: place.box.x - placement.origin.x, y: place.box.y - placement.origin.y, width: item.size.width, height: item.size.height)
        }
    }

    // MARK: Room

    /// What is overlapped goes the shortest way aside, and may push others in turn.
    private mutating func makeRoom() {
        var waiting = graph.nodes.indices.filter { hasMoved[$0] }
        var counts = Array(repeating: 0, count: graph.nodes.count)
        var next = 0
        while next < waiting.count {
            let mover = waiting[next]
            next += 1
            for node in graph.nodes.indices where node != mover && !isPinned(node) && counts[node] < Self.patience {
                guard let (x, y) = shift(placement.nodes[node], past: placement.nodes[mover]) else { continue }
                placement.nodes[node].move(x, y)
                hasMoved[node] = true
                counts[node] += 1
                waiting.append(node)
            }
        }
    }

    /// How a box has to be moved so that it is apart from another one; nil if it is.
    private func shift(_ box: GraphPlacement.Box, past other: GraphPlacement.Box) -> (Int, Int)? {
        let gap = Self.spacing
        guard box.x < other.maximumX + gap, other.x < box.maximumX + gap, box.y < other.maximumY + gap, other.y < box.maximumY + gap else {
            return nil
        }
        let ways = [
            (0, other.maximumY + gap - box.y), (other.maximumX + gap - box.x, 0), (other.x - gap - box.maximumX, 0),
            (0, other.y - gap - box.maximumY),
        ]
        var best = ways[0]
        for way in ways where abs(way.0 + way.1) < abs(best.0 + best.1) { best = way }
        return best
    }

    // MARK: Frames

    /// Frames that hold something that has moved are put around what is in them.
    private mutating func placeFrames() {
        var isTouched = Array(repeating: false, count: graph.frames.count)
        for node in graph.nodes.indices where hasMoved[node] { for frame in frames.path(graph.nodes[node].frame) { isTouched[frame] = true } }
        for frame in graph.frames.indices.reversed() where isTouched[frame] {
            var boxes: [GraphPlacement.Box] = []
            for (node, item) in graph.nodes.enumerated() where item.frame == frame {
                boxes.append(placement.nodes[node])
                boxes[boxes.count - 1].width += item.rightMargin
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
