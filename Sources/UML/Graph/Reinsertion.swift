/// Takes whole edges, and whole nodes with their edges, out of an order and puts them in again where they cross least: the shortest way through the
/// layers. Exchanges of neighbours don't find that, for each step on the way there may be no better than the one before.
struct Reinsertion {
    private(set) var order: LayerOrder
    private(set) var budget: Int
    /// Of each edge, the parts of its ends.
    private var upperParts: [Int]
    private var lowerParts: [Int]
    private let edgesOfNodes: [[Int]]

    init(_ order: LayerOrder, budget: Int) {
        self.order = order
        self.budget = budget
        let chains = order.graph.chains
        upperParts = Array(repeating: 0, count: chains.count)
        lowerParts = upperParts
        for link in order.graph.links {
            if order.graph.items[link.upper].isNode { upperParts[link.edge] = link.upperPart }
            if order.graph.items[link.lower].isNode { lowerParts[link.edge] = link.lowerPart }
        }
        var edges: [[Int]] = Array(repeating: [], count: order.graph.items.count)
        for (edge, chain) in chains.enumerated() {
            guard let first = chain.first, let last = chain.last else { continue }
            edges[first].append(edge)
            edges[last].append(edge)
        }
        edgesOfNodes = edges
    }

    private func chain(_ edge: Int) -> [Int] { order.graph.chains[edge] }
    private func layer(_ item: Int) -> Int { order.graph.items[item].layer }

    /// Each edge over several layers that crosses something, then each node, those that cross most first.
    mutating func run() {
        for edge in order.graph.chains.indices where chain(edge).count > 2 && budget > 0 && crossings(edge) > 0 {
            move(edge: edge)
        }
        let counts = edgesOfNodes.map { edges in
            var count = 0
            for edge in edges { count += crossings(edge) }
            return count
        }
        for node in StableOrder.sorted(Array(counts.indices), { counts[$0] > counts[$1] }) where counts[node] > 0 && budget > 0 {
            move(node: node)
        }
    }

    // MARK: Edges

    /// How often an edge crosses others.
    private mutating func crossings(_ edge: Int) -> Int {
        var count = 0
        for (upper, lower) in zip(chain(edge), chain(edge).dropFirst()) {
            let (from, to) = (position(upper, edge), position(lower, edge))
            for item in order.layers[layer(lower)] {
                let own = order.places[item] * LayerOrder.placeScale
                for (place, part) in order.linksAbove(item) {
                    budget -= 1
                    if place < from && own + part > to || place > from && own + part < to { count += 1 }
                }
            }
        }
        return count
    }

    private func position(_ item: Int, _ edge: Int) -> Int {
        let part = item == chain(edge).first ? upperParts[edge] : item == chain(edge).last ? lowerParts[edge] : 0
        return order.places[item] * LayerOrder.placeScale + part
    }

    private mutating func move(edge: Int) {
        let inner = Array(chain(edge).dropFirst().dropLast())
        let old = inner.map { order.places[$0] }
        let before = crossings(edge)
        for item in inner { order.remove(item) }
        insert(edge)
        guard crossings(edge) >= before else { return }
        for item in inner { order.remove(item) }
        for (item, place) in zip(inner, old) { order.insert(item, at: place) }
    }

    /// Puts the places between an edge's ends where it crosses least.
    private mutating func insert(_ edge: Int) {
        let chain = chain(edge)
        guard let last = chain.last, chain.count > 2 else { return }
        var ways = Ways(costs: costs(chain[0], edge, isDown: true))
        for item in chain[1...].dropLast(2) { advance(&ways, from: layer(item), isDown: true) }
        let end = costs(last, edge, isDown: false)
        var place = 0
        for slot in end.indices where ways.costs[slot] + end[slot] < ways.costs[place] + end[place] { place = slot }
        for (step, item) in chain.dropFirst().dropLast().enumerated().reversed() {
            order.insert(item, at: place)
            if step > 0 { place = ways.origins[step - 1][place] }
        }
    }

    /// The least costs of getting to each slot of a layer, and from which slot of the layer before.
    private struct Ways {
        var costs: [Int]
        var origins: [[Int]] = []
    }

    /// What it costs to lead from a node to each slot of the next layer.
    private mutating func costs(_ node: Int, _ edge: Int, isDown: Bool) -> [Int] {
        let own = position(node, edge)
        let next = layer(node) + (isDown ? 1 : -1)
        var changes: [Int] = [0]
        var cost = 0
        for item in order.layers[next] {
            var change = 0
            for place in order.presentPlaces(item, isAbove: isDown) where place != own {
                budget -= 2
                change += place < own ? -1 : 1
                if place < own { cost += 1 }
            }
            changes.append(change)
        }
        for index in changes.indices {
            cost += changes[index]
            changes[index] = cost
        }
        return changes
    }

    /// From each slot of a layer to each of the next.
    private mutating func advance(_ ways: inout Ways, from layer: Int, isDown: Bool) {
        var values = ways.costs
        var leaving = 0
        for (place, item) in order.layers[layer].enumerated() {
            leaving += order.presentPlaces(item, isAbove: !isDown).count
            values[place + 1] += leaving
        }
        var tree = LeastPrefix(values)
        var costs = [tree.minimum]
        var origins = [tree.first]
        for item in order.layers[layer + (isDown ? 1 : -1)] {
            for place in order.presentPlaces(item, isAbove: isDown) {
                budget -= 16
                tree.add(1, from: 0)
                tree.add(-2, from: place / LayerOrder.placeScale + 1)
            }
            costs.append(tree.minimum)
            origins.append(tree.first)
        }
        ways.costs = costs
        ways.origins.append(origins)
    }

    // MARK: Nodes

    private mutating func move(node: Int) {
        let edges = StableOrder.sorted(edgesOfNodes[node]) { chain($0).count < chain($1).count }
        var (first, last) = (layer(node), layer(node))
        for edge in edges { for item in chain(edge) { (first, last) = (min(first, layer(item)), max(last, layer(item))) } }
        let saved = order
        let before = order.crossings(below: first..<last)
        order.remove(node)
        for edge in edges { for item in chain(edge).dropFirst().dropLast() { order.remove(item) } }
        var sums = Array(repeating: 0, count: order.layers[layer(node)].count + 1)
        for edge in edges { for (slot, cost) in costs(towards: node, edge).enumerated() { sums[slot] += cost } }
        var place = 0
        for slot in sums.indices where sums[slot] < sums[place] { place = slot }
        order.insert(node, at: place)
        for edge in edges { insert(edge) }
        budget -= 4 * order.graph.links.count / max(order.layers.count, 1) * (last - first)
        if order.crossings(below: first..<last) >= before { order = saved }
    }

    /// What it costs to lead an edge from its other end to each slot of a node's layer.
    private mutating func costs(towards node: Int, _ edge: Int) -> [Int] {
        let chain = chain(edge)
        let isDown = chain.last == node
        guard let other = isDown ? chain.first : chain.last else { return [] }
        var ways = Ways(costs: costs(other, edge, isDown: isDown))
        for item in isDown ? Array(chain.dropFirst().dropLast()) : chain.dropFirst().dropLast().reversed() {
            advance(&ways, from: layer(item), isDown: isDown)
        }
        return ways.costs
    }
}
