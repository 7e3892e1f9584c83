/// The arcs at each node, one list after the other.
struct Incidence {
    private let starts: [Int]
    private let list: [Int]

    init(count: Int, _ arcs: [NetworkSimplex.Arc]) {
        var starts = Array(repeating: 0, count: count + 1)
        for arc in arcs {
            starts[arc.tail + 1] += 1
            starts[arc.head + 1] += 1
        }
        for node in 0..<count { starts[node + 1] += starts[node] }
        var list = Array(repeating: 0, count: 2 * arcs.count)
        var next = starts
        for (index, arc) in arcs.enumerated() {
            for node in [arc.tail, arc.head] {
                list[next[node]] = index
                next[node] += 1
            }
        }
        self.starts = starts
        self.list = list
    }

    func arcs(_ node: Int) -> ArraySlice<Int> { list[starts[node]..<starts[node + 1]] }

    /// How far each node is from those that no arc leads to, at least.
    func longestPaths(_ arcs: [NetworkSimplex.Arc]) -> [Int] {
        let count = starts.count - 1
        var ranks = Array(repeating: 0, count: count)
        var missing = Array(repeating: 0, count: count)
        for arc in arcs { missing[arc.head] += 1 }
        var ready = (0..<count).filter { missing[$0] == 0 }
        var next = 0
        while next < ready.count {
            let node = ready[next]
            next += 1
            for index in self.arcs(node) where arcs[index].tail == node {
                let arc = arcs[index]
                ranks[arc.head] = max(ranks[arc.head], ranks[node] + arc.length)
                missing[arc.head] -= 1
                if missing[arc.head] == 0 { ready.append(arc.head) }
            }
        }
        return ranks
    }
}
