/// A graph whose edges lead from each layer to the next: long edges go over places of their own, and labels stand in layers of their own.
struct LayeredGraph {
    /// What stands in a layer: a node, or a place that an edge goes through.
    struct Item {
        var layer: Int
        var content: Content
        var size = Graph.Size()
        /// The innermost frame that it stands in.
        var frame: Int?

        enum Content: Equatable {
            case node(Int)
            case bend(edge: Int)
            case label(edge: Int)
            /// Keeps a frame's place in a layer where nothing of it stands.
            case filler
        }

        var isNode: Bool { if case .node = content { true } else { false } }
    }

    /// A piece of an edge, from one layer to the next.
    struct Link {
        var upper: Int
        var lower: Int
        var edge: Int
        /// The parts of both that it connects.
        var upperPart = 0
        var lowerPart = 0
    }

    static let mostItems = 12_000

    /// The first ones are the nodes.
    private(set) var items: [Item] = []
    private(set) var links: [Link] = []
    /// The items of each edge, from above to below; empty for one from a node to itself.
    private(set) var chains: [[Int]]
    private(set) var layerCount: Int
    private(set) var spans: [ClosedRange<Int>]

    init(_ graph: Graph, _ layering: Layering) {
        chains = Array(repeating: [], count: graph.edges.count)
        let labels = LabelLayers(graph, layering)
        layerCount = labels.layer(layering.count - 1) + 1
        spans = layering.spans.map { labels.layer($0.lowerBound)...labels.layer($0.upperBound) }
        for (node, item) in graph.nodes.enumerated() {
            items.append(Item(layer: labels.layer(layering.layers[node]), content: .node(node), size: item.size, frame: item.frame))
        }
        let ancestors = FrameTree(graph)
        for (index, edge) in graph.edges.enumerated() where edge.from != edge.to {
            let (upper, lower) = layering.ends[index]
            let bends = max(items[lower].layer - items[upper].layer - 1, 0)
            // An edge too many, that is long: it goes straight to its end, whatever stands in its way.
            guard bends == 0 || items.count + bends <= Self.mostItems else { continue }
            var chain = [upper]
            for layer in (items[upper].layer + 1)..<max(items[lower].layer, items[upper].layer + 1) {
                let isLabel = labels.place(index) == layer
                let frame = ancestors.frame(at: layer, between: graph.nodes[upper].frame, graph.nodes[lower].frame, spans)
                chain.append(items.count)
                items.append(
                    Item(
                        layer: layer, content: isLabel ? .label(edge: index) : .bend(edge: index), size: isLabel ? edge.label : Graph.Size(),
                        frame: frame))
            }
            chain.append(lower)
            chains[index] = chain
            let (upperPart, lowerPart) = layering.isReversed[index] ? (edge.toPart, edge.fromPart) : (edge.fromPart, edge.toPart)
            for (above, below) in zip(chain, chain.dropFirst()) {
                links.append(
                    Link(
                        upper: above, lower: below, edge: index, upperPart: above == upper ? upperPart : 0, lowerPart: below == lower ? lowerPart : 0)
                )
            }
        }
        fillFrames(ancestors)
    }

    /// The edges of a node, from that of its first link on.
    func edges(of node: Int) -> [Int] {
        var edges: [Int] = []
        for link in links where link.upper == node || link.lower == node { edges.append(link.edge) }
        return edges
    }

    private mutating func fillFrames(_ frames: FrameTree) {
        var isTaken = spans.map { Array(repeating: false, count: $0.count) }
        for item in items { for frame in frames.path(item.frame) { isTaken[frame][item.layer - spans[frame].lowerBound] = true } }
        for frame in spans.indices {
            for layer in spans[frame] where items.count < 3 * Self.mostItems && !isTaken[frame][layer - spans[frame].lowerBound] {
                items.append(Item(layer: layer, content: .filler, frame: frame))
                for outer in frames.path(frame) { isTaken[outer][layer - spans[outer].lowerBound] = true }
            }
        }
    }
}
