/// Which edges run upwards because they did, or because what they lead to stood above: so a new edge moves nothing. Only those do that may as well
/// run either way.
struct RememberedDirections {
    /// Of each edge; nil where nothing is remembered, or its direction means something.
    private(set) var isReversed: [Bool?]

    /// Edges of lower tiers run downwards in any case.
    private static let freeTier = 2

    init(_ graph: Graph) {
        isReversed = Array(repeating: nil, count: graph.edges.count)
        guard graph.nodes.contains(where: { $0.place != nil }) else { return }
        let heights = Self.heights(graph)
        for (index, edge) in graph.edges.enumerated() where edge.tier >= Self.freeTier {
            if let first = edge.path.first, let last = edge.path.last {
                if first.y != last.y { isReversed[index] = first.y > last.y }
            } else if let from = heights[edge.from], let to = heights[edge.to], from != to {
                isReversed[index] = from > to
            }
        }
    }

    /// Where nodes stood that were connected with something; those that are new stand between what they are connected with.
    private static func heights(_ graph: Graph) -> [Int?] {
        var heights: [Int?] = Array(repeating: nil, count: graph.nodes.count)
        for edge in graph.edges where !edge.path.isEmpty {
            for (node, end) in [(edge.from, edge.path.first), (edge.to, edge.path.last)] {
                // Where something was put doesn't tell in which layer it is.
                heights[node] = graph.nodes[node].remembered?.y ?? heights[node] ?? end?.y
            }
        }
        var sums = Array(repeating: Int64(0), count: graph.nodes.count)
        var counts = sums
        for edge in graph.edges {
            for (node, other) in [(edge.from, edge.to), (edge.to, edge.from)] where heights[node] == nil {
                guard let height = heights[other] else { continue }
                sums[node] += Int64(height)
                counts[node] += 1
            }
        }
        // Of one connection nobody can tell on which side of it.
        for node in heights.indices where counts[node] > 1 { heights[node] = Int(sums[node] / counts[node]) }
        return heights
    }
}
