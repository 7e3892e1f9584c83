/// Between which layers labels stand: each in a layer of its own kind, near the middle of its edge.
struct LabelLayers {
    /// How many layers with labels there are above each layer.
    private let before: [Int]
    /// After which layer each edge has its label; -1 without one.
    private let gaps: [Int]

    init(_ graph: Graph, _ layering: Layering) {
        var gaps = Array(repeating: -1, count: graph.edges.count)
        var hasLabels = Array(repeating: false, count: max(layering.count, 1))
        for (index, edge) in graph.edges.enumerated() where !edge.label.isEmpty && edge.from != edge.to {
            let (upper, lower) = layering.ends[index]
            let gap = (layering.layers[upper] + layering.layers[lower] - 1) / 2
            gaps[index] = gap
            hasLabels[gap] = true
        }
        var before: [Int] = []
        var count = 0
        for layer in hasLabels.indices {
            before.append(count)
            if hasLabels[layer] { count += 1 }
        }
        self.before = before
        self.gaps = gaps
    }

    /// Which layer the former one is with those between them.
    func layer(_ former: Int) -> Int { former < 0 ? former : former + before[former] }

    /// The layer of an edge's label.
    func place(_ edge: Int) -> Int? { gaps[edge] < 0 ? nil : layer(gaps[edge]) + 1 }
}
