/// The parts of a graph that no edge and no frame connects, in the order of their first nodes.
struct GraphComponents {
    struct Part {
        var graph = Graph()
        /// What its nodes, edges and frames are in the whole graph.
        var nodes: [Int] = []
        var edges: [Int] = []
        var frames: [Int] = []
    }

    private(set) var parts: [Part] = []

    init(_ graph: Graph) {
        // Nodes, then frames.
        let count = graph.nodes.count
        let total = count + graph.frames.count
        var sets = DisjointSets(count: total)
        for edge in graph.edges { sets.unite(edge.from, edge.to) }
        for (node, item) in graph.nodes.enumerated() { if let frame = item.frame { sets.unite(node, count + frame) } }
        for (index, frame) in graph.frames.enumerated() { if let parent = frame.parent { sets.unite(count + index, count + parent) } }
        var number = Array(repeating: -1, count: total)
        var local = number
        for item in 0..<total {
            let root = sets.first(with: item)
            if number[root] < 0 {
                number[root] = parts.count
                parts.append(Part())
                parts[parts.count - 1].graph.isSideways = graph.isSideways
                parts[parts.count - 1].graph.isSlanted = graph.isSlanted
            }
            let part = number[root]
            if item < count {
                local[item] = parts[part].nodes.count
                parts[part].nodes.append(item)
                parts[part].graph.nodes.append(graph.nodes[item])
            } else {
                local[item] = parts[part].frames.count
                parts[part].frames.append(item - count)
                let parent = graph.frames[item - count].parent.map { local[count + $0] }
                parts[part].graph.frames.append(Graph.Frame(parent: parent, title: graph.frames[item - count].title))
            }
        }
        for part in parts.indices {
            for node in parts[part].graph.nodes.indices {
                parts[part].graph.nodes[node].frame = parts[part].graph.nodes[node].frame.map { local[count + $0] }
            }
        }
        for (index, edge) in graph.edges.enumerated() {
            let part = number[sets.first(with: edge.from)]
            var copy = edge
            (copy.from, copy.to) = (local[edge.from], local[edge.to])
            parts[part].edges.append(index)
            parts[part].graph.edges.append(copy)
        }
    }
}
