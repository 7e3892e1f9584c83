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
    private var parents: [Int]

    init(_ graph: Graph) {
        // Nodes, then frames.
        let count = graph.nodes.count
        parents = Array(0..<(count + graph.frames.count))
        for edge in graph.edges { unite(edge.from, edge.to) }
        for (node, item) in graph.nodes.enumerated() { if let frame = item.frame { unite(node, count + frame) } }
        for (index, frame) in graph.frames.enumerated() { if let parent = frame.parent { unite(count + index, count + parent) } }
        var number = Array(repeating: -1, count: parents.count)
        var local = number
        for item in parents.indices {
            let root = find(item)
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
            let part = number[find(edge.from)]
            var copy = edge
            (copy.from, copy.to) = (local[edge.from], local[edge.to])
            parts[part].edges.append(index)
            parts[part].graph.edges.append(copy)
        }
    }

    private mutating func find(_ item: Int) -> Int {
        var root = item
        while parents[root] != root { root = parents[root] }
        var next = item
        while parents[next] != root { (parents[next], next) = (root, parents[next]) }
        return root
    }

    private mutating func unite(_ one: Int, _ other: Int) {
        let (first, second) = (find(one), find(other))
        parents[max(first, second)] = min(first, second)
    }
}
