/// Which nodes of a graph that was drawn before stay where they stood: those that are in one layer with what they stood in one line with, and in
/// one frame with what they stood beside.
struct SettledNodes {
    /// Of each node, where its middle stood; nil if it is new, stands in another layer than before, or is pinned.
    private(set) var middles: [Int?]

    private let graph: Graph
    private let layering: Layering
    /// How far apart the tops of boxes in one layer can have been.
    static let tolerance = 4 * Graph.unitsPerPixel

    init(_ graph: Graph, _ layering: Layering) {
        self.graph = graph
        self.layering = layering
        middles = Array(repeating: nil, count: graph.nodes.count)
        guard graph.nodes.contains(where: { $0.place != nil }) else { return }
        settleLayers()
        for frame in graph.frames.indices { settle(frame: frame) }
    }

    var isEmpty: Bool { middles.allSatisfy { $0 == nil } }

    // MARK: Layers

    private mutating func settleLayers() {
        var layers: [[Int]] = Array(repeating: [], count: layering.count)
        for (node, item) in graph.nodes.enumerated() {
            if let place = item.place, !place.isPinned { layers[layering.layers[node]].append(node) }
        }
        // The layers that are settled so far; each stood below the one before it.
        var lines: [(top: Int, nodes: [Int])] = []
        for layer in layers {
            guard var line = line(layer) else { continue }
            while let last = lines.last, last.top >= line.top, last.nodes.count < line.nodes.count { lines.removeLast() }
            if let last = lines.last, last.top >= line.top { line.nodes = [] }
            if !line.nodes.isEmpty { lines.append(line) }
        }
        for line in lines { for node in line.nodes { middles[node] = graph.nodes[node].place?.box.middleX } }
    }

    /// Those nodes of a layer that stood in one line, if they are the most that did.
    private func line(_ nodes: [Int]) -> (top: Int, nodes: [Int])? {
        func top(_ node: Int) -> Int { graph.nodes[node].place?.box.y ?? 0 }
        let sorted = StableOrder.sorted(nodes) { top($0) < top($1) }
        var best = 0..<0
        var start = 0
        for end in sorted.indices {
            while top(sorted[end]) - top(sorted[start]) > Self.tolerance { start += 1 }
            if end + 1 - start > best.count { best = start..<(end + 1) }
        }
        guard let first = best.first else { return nil }
        return (top(sorted[first]), Array(sorted[best]))
    }

    // MARK: Frames

    /// What came into a frame from elsewhere isn't settled there: something that is not in the frame stood in between.
    private mutating func settle(frame: Int) {
        let frames = FrameTree(graph)
        func isInside(_ node: Int) -> Bool { frames.path(graph.nodes[node].frame).contains(frame) }
        let settled = graph.nodes.indices.filter { middles[$0] != nil }
        func middle(_ node: Int) -> Int { middles[node] ?? 0 }
        let members = StableOrder.sorted(settled.filter { isInside($0) }) { middle($0) < middle($1) }
        guard members.count > 1 else { return }
        let center = middle(members[members.count / 2])
        // The nearest on both sides that are not in the frame.
        var (left, right) = (Int.min, Int.max)
        for node in settled where !isInside(node) && layering.spans[frame].contains(layering.layers[node]) {
            if middle(node) < center { left = max(left, middle(node)) } else { right = min(right, middle(node)) }
        }
        for member in members where middle(member) < left || middle(member) > right { middles[member] = nil }
    }
}
