/// Which nodes of a graph that was drawn before stay where they stood: those that are in one layer with what they stood in one line with, and in
/// one frame with what they stood beside.
final class SettledNodes {
    /// Of each node, where its middle stood; nil if it is new, stands in another layer than before, or is pinned.
    private(set) var middles: [Int?]

    private let graph: Graph
    private let layering: Layering
    /// Of each node, whether it hung together before with most of what it hangs together with now.
    private var isKept: [Bool] = []
    /// How far apart the tops of boxes in one layer can have been.
    static let tolerance = 4 * Graph.unitsPerPixel

    init(_ graph: Graph, _ layering: Layering) {
        self.graph = graph
        self.layering = layering
        middles = Array(repeating: nil, count: graph.nodes.count)
        guard graph.nodes.contains(where: { $0.place != nil }) else { return }
        isKept = Self.keptComponents(graph)
        settleLayers()
        for frame in graph.frames.indices { settle(frame: frame) }
    }

    // MARK: What grows together

    /// Of parts that didn't hang together before, small ones come to the largest: they stood anywhere.
    private static func keptComponents(_ graph: Graph) -> [Bool] {
        let count = graph.nodes.count
        var sets = DisjointSets(count: count + graph.frames.count)
        for edge in graph.edges where !edge.path.isEmpty { sets.unite(edge.from, edge.to) }
        for (node, item) in graph.nodes.enumerated() { if let frame = item.frame, item.place != nil { sets.unite(node, count + frame) } }
        for (index, frame) in graph.frames.enumerated() { if let parent = frame.parent { sets.unite(count + index, count + parent) } }
        var sizes = Array(repeating: 0, count: count + graph.frames.count)
        for node in 0..<count where graph.nodes[node].place != nil { sizes[sets.first(with: node)] += 1 }
        var largest = 0
        for set in sizes.indices where sizes[set] > sizes[largest] { largest = set }
        return (0..<count).map { node in
            let set = sets.first(with: node)
            return set == largest || sizes[set] > 3 && sizes[set] * 4 > sizes[largest]
        }
    }

    // MARK: Layers

    private func settleLayers() {
        var layers: [[Int]] = Array(repeating: [], count: layering.count)
        for (node, item) in graph.nodes.enumerated() {
            if item.remembered != nil, isKept[node] { layers[layering.layers[node]].append(node) }
        }
        // The layers that are settled so far; each stood below the one before it.
        var lines: [(top: Int, nodes: [Int])] = []
        for layer in layers {
            guard var line = line(layer) else { continue }
            while let last = lines.last, last.top >= line.top, last.nodes.count < line.nodes.count { lines.removeLast() }
            if let last = lines.last, last.top >= line.top { line.nodes = [] }
            if !line.nodes.isEmpty { lines.append(line) }
        }
        for line in lines { for node in line.nodes { middles[node] = graph.nodes[node].remembered?.middleX } }
    }

    /// Those nodes of a layer that stood in one line, if they are the most that did.
    private func line(_ nodes: [Int]) -> (top: Int, nodes: [Int])? {
        func top(_ node: Int) -> Int { graph.nodes[node].remembered?.y ?? 0 }
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
    private func settle(frame: Int) {
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
