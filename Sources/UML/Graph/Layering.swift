/// The layer of each node, from the top, and the layers that each frame takes.
struct Layering {
    /// Of each node.
    let layers: [Int]
    /// Of each frame.
    let spans: [ClosedRange<Int>]
    /// The upper and the lower end of each edge.
    let ends: [(upper: Int, lower: Int)]
    let isReversed: [Bool]
    let count: Int

    /// Layers such that edges are short, heavy ones before all, and what is in a frame is close together.
    init(_ graph: Graph) {
        let directions = EdgeDirections(graph)
        isReversed = directions.isReversed
        var arcs: [NetworkSimplex.Arc] = []
        for (index, edge) in graph.edges.enumerated() where edge.from != edge.to {
            let (upper, lower) = isReversed[index] ? (edge.to, edge.from) : (edge.from, edge.to)
            arcs.append(NetworkSimplex.Arc(tail: upper, head: lower, length: max(edge.minimumLength, 1), weight: edge.weight))
        }
        // Two more variables for each frame: its first and its last layer.
        let nodes = graph.nodes.count
        func top(_ frame: Int) -> Int { nodes + 2 * frame }
        func bottom(_ frame: Int) -> Int { nodes + 2 * frame + 1 }
        for (node, frame) in graph.nodes.enumerated().compactMap({ item in item.element.frame.map { (item.offset, $0) } }) {
            arcs.append(NetworkSimplex.Arc(tail: top(frame), head: node, length: 0, weight: 0))
            arcs.append(NetworkSimplex.Arc(tail: node, head: bottom(frame), length: 0, weight: 0))
        }
        for (index, frame) in graph.frames.enumerated() {
            arcs.append(NetworkSimplex.Arc(tail: top(index), head: bottom(index), length: 0, weight: 4))
            guard let parent = frame.parent else { continue }
            arcs.append(NetworkSimplex.Arc(tail: top(parent), head: top(index), length: 0, weight: 0))
            arcs.append(NetworkSimplex.Arc(tail: bottom(index), head: bottom(parent), length: 0, weight: 0))
        }
        // Between two more lies all that isn't to be in the first or the last layer.
        let (start, end) = (nodes + 2 * graph.frames.count, nodes + 2 * graph.frames.count + 1)
        arcs += Self.outermost(graph, isReversed, start: start, end: end)
        let last = Self.remember(graph, in: &arcs, after: end)
        // What is not connected hangs on one more node.
        let root = last + 1
        for node in 0..<root { arcs.append(NetworkSimplex.Arc(tail: root, head: node, length: 0, weight: 0)) }
        let ranks = NetworkSimplex.ranks(count: root + 1, arcs: arcs, pivots: 8 * (root + 1))
        let least = ranks[..<nodes].min() ?? 0
        layers = ranks[..<nodes].map { $0 - least }
        count = (layers.max() ?? -1) + 1
        spans = Self.spans(graph, layers)
        ends = graph.edges.enumerated().map { [isReversed] index, edge in
            isReversed[index] ? (edge.to, edge.from) : (edge.from, edge.to)
        }
    }

    /// Of layers that are as good for the edges those in which nodes stood: each node wishes to be as far below the first one as it was.
    ///
    /// - Returns: The last variable that is used.
    private static func remember(_ graph: Graph, in arcs: inout [NetworkSimplex.Arc], after last: Int) -> Int {
        let known = graph.nodes.indices.filter { graph.nodes[$0].remembered != nil }
        guard !known.isEmpty else { return last }
        func top(_ node: Int) -> Int { graph.nodes[node].remembered?.y ?? 0 }
        var total = 1
        for arc in arcs { total += arc.weight }
        // Sums of weights have 32 bits in a browser.
        let factor = max(min(2 * known.count, (1 << 29) / total), 1)
        for index in arcs.indices { arcs[index].weight *= factor }
        var (variable, layer, previous) = (last + 1, 0, Int.min)
        let first = last + 1
        for node in StableOrder.sorted(known, { top($0) < top($1) }) {
            if previous > Int.min, top(node) - previous > SettledNodes.tolerance { layer += 1 }
            previous = top(node)
            variable += 1
            arcs += NetworkSimplex.Arc.wish(that: node, is: layer, beyond: first, weight: 1, by: variable)
        }
        return variable
    }

    /// What keeps nodes in the first or the last layer that wish it, unless an edge says otherwise.
    private static func outermost(_ graph: Graph, _ isReversed: [Bool], start: Int, end: Int) -> [NetworkSimplex.Arc] {
        var wishes = graph.nodes.map { $0.layer }
        guard wishes.contains(where: { $0 != nil }) else { return [] }
        for (index, edge) in graph.edges.enumerated() where edge.from != edge.to {
            let (upper, lower) = isReversed[index] ? (edge.to, edge.from) : (edge.from, edge.to)
            if wishes[lower] == .first { wishes[lower] = nil }
            if wishes[upper] == .last { wishes[upper] = nil }
        }
        var arcs: [NetworkSimplex.Arc] = []
        for (node, wish) in wishes.enumerated() {
            let isFirst = wish == .first
            let isLast = wish == .last
            arcs.append(
                NetworkSimplex.Arc(tail: isFirst ? node : start, head: isFirst ? start : node, length: isFirst ? 1 : 0, weight: isFirst ? 1 : 0))
            arcs.append(NetworkSimplex.Arc(tail: isLast ? end : node, head: isLast ? node : end, length: isLast ? 1 : 0, weight: isLast ? 1 : 0))
        }
        return arcs
    }

    /// From the first to the last layer of what is in it; an empty frame is in the first one.
    private static func spans(_ graph: Graph, _ layers: [Int]) -> [ClosedRange<Int>] {
        var spans: [ClosedRange<Int>?] = Array(repeating: nil, count: graph.frames.count)
        func include(_ frame: Int, _ span: ClosedRange<Int>) {
            let known = spans[frame] ?? span
            spans[frame] = min(known.lowerBound, span.lowerBound)...max(known.upperBound, span.upperBound)
        }
        for (node, item) in graph.nodes.enumerated() { if let frame = item.frame { include(frame, layers[node]...layers[node]) } }
        for (index, frame) in graph.frames.enumerated().reversed() {
            if let parent = frame.parent, let span = spans[index] { include(parent, span) }
        }
        return spans.map { $0 ?? 0...0 }
    }
}
