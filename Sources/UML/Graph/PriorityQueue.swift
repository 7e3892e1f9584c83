/// Numbers by their costs: the cheapest first, of equal ones the one of the lowest number. A binary heap.
struct PriorityQueue {
    private var heap: [(cost: Int, number: Int)] = []

    mutating func put(_ cost: Int, _ number: Int) {
        heap.append((cost, number))
        var child = heap.count - 1
        while child > 0, precedes(child, (child - 1) / 2) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func take() -> (cost: Int, number: Int)? {
        guard let first = heap.first else { return nil }
        let last = heap.removeLast()
        guard !heap.isEmpty else { return first }
        heap[0] = last
        var parent = 0
        while true {
            var child = 2 * parent + 1
            guard child < heap.count else { return first }
            if child + 1 < heap.count, precedes(child + 1, child) { child += 1 }
            guard precedes(child, parent) else { return first }
            heap.swapAt(child, parent)
            parent = child
        }
    }

    private func precedes(_ one: Int, _ other: Int) -> Bool {
        heap[one].cost != heap[other].cost ? heap[one].cost < heap[other].cost : heap[one].number < heap[other].number
    }
}
