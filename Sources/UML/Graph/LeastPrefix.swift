/// A row of numbers of which all from one on change by the same again and again, and of which the least is asked for: a tree of their differences.
struct LeastPrefix {
    private let size: Int
    /// Of each node of the tree the sum of the differences below it, and the least of their first ones' sums.
    private var sums: [Int]
    private var least: [Int]

    init(_ values: [Int]) {
        var size = 1
        while size < values.count { size *= 2 }
        self.size = size
        sums = Array(repeating: 0, count: 2 * size)
        least = sums
        for (index, value) in values.enumerated() {
            sums[size + index] = index == 0 ? value : value - values[index - 1]
            least[size + index] = sums[size + index]
        }
        for node in stride(from: size - 1, to: 0, by: -1) { update(node) }
    }

    private mutating func update(_ node: Int) {
        sums[node] = sums[2 * node] + sums[2 * node + 1]
        least[node] = min(least[2 * node], sums[2 * node] + least[2 * node + 1])
    }

    /// Changes all numbers from one on.
    mutating func add(_ change: Int, from index: Int) {
        guard index < size else { return }
        var node = size + index
        sums[node] += change
        least[node] = sums[node]
        while node > 1 {
            node /= 2
            update(node)
        }
    }

    var minimum: Int { least[1] }

    /// The first of the least.
    var first: Int {
        var node = 1
        while node < size { node = least[2 * node] <= sums[2 * node] + least[2 * node + 1] ? 2 * node : 2 * node + 1 }
        return node - size
    }
}
