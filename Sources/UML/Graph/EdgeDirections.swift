/// Which edges have to run upwards, because all together would close a cycle: of each cycle the one that comes last by tier and index.
///
/// Edges are put in one after the other, with an order of the nodes that is mended where a new edge contradicts it. D. J. Pearce, P. H. J. Kelly:
/// “A Dynamic Topological Sort Algorithm for Directed Acyclic Graphs”, 2006. So one edge more changes the direction of none before it.
struct EdgeDirections {
    private(set) var isReversed: [Bool]
    private var place: [Int]
    private var below: [[Int]]
    private var above: [[Int]]

    init(_ graph: Graph) {
        let count = graph.nodes.count
        isReversed = Array(repeating: false, count: graph.edges.count)
        place = Array(0..<count)
        below = Array(repeating: [], count: count)
        above = Array(repeating: [], count: count)
        let remembered = RememberedDirections(graph).isReversed
        for tier in 0..<Graph.tierCount {
            for (index, edge) in graph.edges.enumerated() where edge.tier == tier && edge.from != edge.to {
                let (from, to) = remembered[index] == true ? (edge.to, edge.from) : (edge.from, edge.to)
                let closesCycle = !insert(from, to)
                if closesCycle { _ = insert(to, from) }
                isReversed[index] = closesCycle != (remembered[index] == true)
            }
        }
    }

    /// - Returns: Whether there is no cycle with it.
    private mutating func insert(_ from: Int, _ to: Int) -> Bool {
        if place[from] > place[to] {
            guard let after = reach(to, below, while: { $0 <= place[from] }, avoiding: from) else { return false }
            let before = reach(from, above, while: { $0 >= place[to] }, avoiding: to) ?? []
            reorder(before, after)
        }
        below[from].append(to)
        above[to].append(from)
        return true
    }

    /// What can be reached from a node without leaving the places of the window; nil if that includes the node to avoid.
    private func reach(_ start: Int, _ neighbors: [[Int]], while isInside: (Int) -> Bool, avoiding goal: Int) -> [Int]? {
        var found = [start]
        var isFound = Array(repeating: false, count: place.count)
        isFound[start] = true
        var next = 0
        while next < found.count {
            let node = found[next]
            next += 1
            for other in neighbors[node] where !isFound[other] && isInside(place[other]) {
                if other == goal { return nil }
                isFound[other] = true
                found.append(other)
            }
        }
        return found
    }

    private mutating func reorder(_ before: [Int], _ after: [Int]) {
        let place = place
        let nodes = StableOrder.sorted(before) { place[$0] < place[$1] } + StableOrder.sorted(after) { place[$0] < place[$1] }
        let places = StableOrder.sorted(nodes.map { place[$0] })
        for (node, new) in zip(nodes, places) { self.place[node] = new }
    }
}
