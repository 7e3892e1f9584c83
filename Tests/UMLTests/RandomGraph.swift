@testable import UML

/// Boxes of different sizes, with connections, most of them near, texts and frames.
enum RandomGraph {
    static func make(seed: UInt64, nodes: Int, edges: Int, hasFrames: Bool) -> Graph {
        var random = SplitMix64(state: seed)
        func below(_ limit: Int) -> Int { Int(random.next() % UInt64(limit)) }
        var graph = Graph()
        if hasFrames {
            for index in 0..<4 { graph.frames.append(Graph.Frame(parent: index == 3 ? 1 : nil, title: Graph.Size(width: 480, height: 160))) }
        }
        for _ in 0..<nodes {
            let size = Graph.Size(width: (80 + below(121)) * 8, height: (40 + 16 * below(12)) * 8)
            graph.nodes.append(Graph.Node(size: size, frame: hasFrames && below(2) == 0 ? below(4) : nil))
        }
        for frame in graph.frames.indices { graph.nodes.append(Graph.Node(size: Graph.Size(width: 160, height: 160), frame: frame)) }
        for _ in 0..<edges {
            let from = below(nodes)
            var edge = Graph.Edge(from: from, to: (from + 1 + below(min(20, nodes - 1))) % nodes)
            if below(3) == 0 { edge.label = Graph.Size(width: 8 * (20 + below(80)), height: 8 * 17) }
            if below(4) == 0 { edge.toLabel = Graph.Size(width: 8 * (8 + below(30)), height: 8 * 17) }
            if below(5) == 0 { (edge.weight, edge.tier, edge.join) = (8, 1, from) }
            graph.edges.append(edge)
        }
        return graph
    }
}
