/// Where the items of a layered graph stood when it was drawn before, and an order of them that keeps to it: what was there stands as it stood,
/// and what is new where it crosses least.
final class RememberedOrder {
    /// Of each item, from left to right, where its middle stood; nil for what is new, or stood elsewhere.
    let middles: [Int?]
    /// Whether nothing stands where it stood: no node does, and so nobody knows it of lines.
    let isEmpty: Bool

    /// Of each item of a line, whether the line was there.
    private let wasDrawn: [Bool]
    private let unordered: LayerOrder
    private let nodeCount: Int
    private let isSideways: Bool

    init(_ unordered: LayerOrder, _ graph: Graph, _ settled: SettledNodes) {
        self.unordered = unordered
        nodeCount = graph.nodes.count
        isSideways = graph.isSideways
        let items = unordered.graph.items
        var middles: [Int?] = settled.middles + Array(repeating: nil, count: items.count - nodeCount)
        let heights = Self.heights(unordered.graph, graph, settled)
        var wasDrawn = Array(repeating: false, count: items.count)
        for (edge, chain) in unordered.graph.chains.enumerated() where !graph.edges[edge].path.isEmpty && chain.count > 2 {
            for item in chain.dropFirst().dropLast() {
                wasDrawn[item] = true
                middles[item] = heights[items[item].layer].flatMap { graph.edges[edge].place(at: $0) }
            }
        }
        self.middles = middles
        self.wasDrawn = wasDrawn
        isEmpty = middles.allSatisfy { $0 == nil }
    }

    /// Whether a line has to run straight on between two of its items: a new one rather turns than that it pushes aside what stands.
    func isStraight(_ upper: Int, _ lower: Int) -> Bool {
        isEmpty || wasDrawn[lower] && middles[upper] == middles[lower]
    }

    /// At which height each layer was; nil for those that are new at the top or at the bottom.
    private static func heights(_ layered: LayeredGraph, _ graph: Graph, _ settled: SettledNodes) -> [Int?] {
        var tops: [Int?] = Array(repeating: nil, count: layered.layerCount)
        var bottoms = tops
        for (node, item) in graph.nodes.enumerated() where settled.middles[node] != nil {
            guard let box = item.remembered else { continue }
            let layer = layered.items[node].layer
            tops[layer] = max(tops[layer] ?? box.y, box.y)
            bottoms[layer] = max(bottoms[layer] ?? box.maximumY, box.maximumY)
        }
        var heights = tops
        var bottom: Int?
        for layer in tops.indices {
            if let below = bottoms[layer] {
                bottom = below
            } else if let bottom, let top = tops[layer...].first(where: { $0 != nil }) {
                // Among texts of edges, or new.
                heights[layer] = top.map { (bottom + $0) >> 1 }
            }
        }
        return heights
    }

    // MARK: The order

    var order: LayerOrder {
        var order = unordered
        order.sort(by: keys, counting: middles.map { $0 != nil })
        return CrossingReduction.settle(order, middles.map { $0 != nil }) { item, left, right in self.room(item, left, right) }
    }

    /// How far what stood left and right of a gap has to go apart for a new item between.
    private func room(_ item: Int, _ left: Int?, _ right: Int?) -> Int {
        guard let left, let right, let start = middles[left], let end = middles[right] else { return 0 }
        func gap(_ other: Int) -> Int {
            guard isBox(item) == isBox(other) else { return GraphSpacing.betweenNodeAndLine }
            return isBox(item) ? GraphSpacing.betweenNodes : GraphSpacing.betweenLines
        }
        let free = end - extent(right, isLeft: true) - start - extent(left, isLeft: false)
        return max(gap(left) + extent(item, isLeft: true) + extent(item, isLeft: false) + gap(right) - free, 0)
    }

    /// What is pinned elsewhere is none here.
    private func isBox(_ item: Int) -> Bool { unordered.graph.items[item].isNode && unordered.graph.items[item].size.width > 0 }

    /// How far an item reaches from its middle, or from its line.
    private func extent(_ item: Int, isLeft: Bool) -> Int {
        let item = unordered.graph.items[item]
        if item.isNode { return item.size.width / 2 }
        return item.size.width > 0 && isLeft == isSideways ? item.size.width + 2 * GraphSpacing.aroundLabel : 0
    }

    /// Where each item is about, from left to right.
    private var keys: [Int] {
        let graph = unordered.graph
        var keys = middles
        var last = 0
        for middle in middles { last = max(last, middle ?? 0) }
        // What is new stands by what it is connected with.
        for node in 0..<nodeCount where middles[node] == nil {
            var (sum, count) = (Int64(0), Int64(0))
            for neighbor in neighbors(node) {
                guard let key = keys[neighbor] else { continue }
                sum += Int64(key)
                count += 1
            }
            keys[node] = count > 0 ? Int(sum / count) : last
        }
        for chain in graph.chains where chain.count > 2 {
            var known = 0
            for place in chain.indices {
                guard let key = keys[chain[place]], let start = keys[chain[known]] else { continue }
                for between in known..<place where between > known {
                    keys[chain[between]] = start + Int(Int64(key - start) * Int64(between - known) / Int64(place - known))
                }
                known = place
            }
        }
        return keys.map { $0 ?? last }
    }

    /// The nodes at the other ends of a node's edges.
    private func neighbors(_ node: Int) -> [Int] {
        unordered.graph.edges(of: node).compactMap { edge in
            let chain = unordered.graph.chains[edge]
            guard let one = chain.first, let other = chain.last else { return nil }
            return one == node ? other : one
        }
    }
}

extension Graph.Edge {
    /// Where the edge ran downwards, or upwards, at a height.
    fileprivate func place(at height: Int) -> Int? {
        for (start, end) in zip(path, path.dropFirst()) where start.x == end.x {
            if min(start.y, end.y) <= height && height <= max(start.y, end.y) { return start.x }
        }
        return nil
    }
}
