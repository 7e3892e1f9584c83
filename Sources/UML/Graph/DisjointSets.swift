/// Which of some numbered things hang together, told pair by pair.
struct DisjointSets {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    /// The first of those that a thing hangs together with.
    mutating func first(with item: Int) -> Int {
        var root = item
        while parents[root] != root { root = parents[root] }
        var next = item
        while parents[next] != root { (parents[next], next) = (root, parents[next]) }
        return root
    }

    mutating func unite(_ one: Int, _ other: Int) {
        let (first, second) = (first(with: one), first(with: other))
        parents[max(first, second)] = min(first, second)
    }
}
