/// Keys of items for orders to begin with: as the text has the nodes, and as they are reached from each other.
enum StartOrders {
    static func all(_ order: LayerOrder) -> [[Int]] { [asWritten(order), reached(order, breadthFirst: true), reached(order, breadthFirst: false)] }

    /// A place on an edge stands where the upper end of the edge does.
    private static func asWritten(_ order: LayerOrder) -> [Int] {
        var keys = Array(order.graph.items.indices)
        for link in order.graph.links where !order.graph.items[link.lower].isNode { keys[link.lower] = keys[link.upper] }
        return keys
    }

    private static func reached(_ order: LayerOrder, breadthFirst: Bool) -> [Int] {
        let count = order.graph.items.count
        var keys = Array(repeating: -1, count: count)
        var next = 0
        for start in 0..<count where keys[start] < 0 {
            var waiting = [start]
            var taken = 0
            while breadthFirst ? taken < waiting.count : !waiting.isEmpty {
                let item = breadthFirst ? waiting[taken] : waiting.removeLast()
                taken += 1
                guard keys[item] < 0 else { continue }
                keys[item] = next
                next += 1
                let neighbors = order.above[item] + order.below[item]
                for other in breadthFirst ? neighbors : neighbors.reversed() where keys[other] < 0 { waiting.append(other) }
            }
        }
        return keys
    }
}
