/// Where the blocks stand from left to right, for the order that they have: as few and as short sideways pieces of edges as possible.
///
/// Gansner and others, 1993, section 4, with blocks in place of nodes. Then each block goes to the middle of where it can stand as well.
final class HorizontalPlacement {
    /// Of each block.
    private(set) var places: [Int]

    private let blocks: Blocks
    /// A line stands above one of its ends rather than between both: so it turns aside once.
    private var isLine: [Bool]
    private var wishes: [[Wish]]
    private var bounds: [[Bound]]

    /// What a block would like: that this place of it is above or below that place of another one.
    private struct Wish {
        var other: Int
        /// The block's own place is then the other's, plus this.
        var offset: Int
        var weight: Int
        /// Whether it is for one of several branches of an edge.
        var isBranch = false
    }

    /// A block to the left, which is at least so far away.
    private struct Bound {
        var left: Int
        var right: Int
        var distance: Int
    }

    /// How dear it is that what was settled moves: what is new, and lines, give way.
    private static let settledWeight = 64
    private static let rememberedLineWeight = 2

    init(_ graph: Graph, _ order: LayerOrder, _ ports: Ports, _ blocks: Blocks, _ remembered: RememberedOrder) {
        self.blocks = blocks
        wishes = Array(repeating: [], count: blocks.count)
        bounds = Array(repeating: [], count: blocks.count)
        isLine = Array(repeating: false, count: blocks.count)
        for row in blocks.rows { for part in row where part.kind == .line { isLine[part.block] = true } }
        places = []
        var arcs: [NetworkSimplex.Arc] = []
        for bound in Self.bounds(graph, blocks) {
            arcs.append(NetworkSimplex.Arc(tail: bound.left, head: bound.right, length: bound.distance, weight: 0))
            bounds[bound.left].append(bound)
            bounds[bound.right].append(bound)
        }
        for frame in graph.frames.indices {
            arcs.append(NetworkSimplex.Arc(tail: blocks.leftSide[frame], head: blocks.rightSide[frame], length: 0, weight: 1))
        }
        var count = blocks.count
        for (index, link) in order.graph.links.enumerated() {
            let (upper, lower) = (blocks.item[link.upper], blocks.item[link.lower])
            guard upper != lower else { continue }
            // The lower block's place, less the upper one's, if the link is straight.
            let offset = ports.upper[index] - ports.lower[index]
            let weight = graph.edges[link.edge].weight * Self.factor(order.graph.items[link.upper], order.graph.items[link.lower])
            wishes[lower].append(Wish(other: upper, offset: offset, weight: weight))
            let isBranch = graph.edges[link.edge].join != nil && order.graph.items[link.upper].isNode
            wishes[upper].append(Wish(other: lower, offset: -offset, weight: weight, isBranch: isBranch))
            arcs += NetworkSimplex.Arc.wish(that: lower, is: offset, beyond: upper, weight: weight, by: count)
            count += 1
        }
        // Where the whole began, if it was drawn before.
        let origin = count
        if !remembered.isEmpty { count += 1 }
        for (item, middle) in remembered.middles.enumerated() {
            guard let middle else { continue }
            let block = blocks.item[item]
            var (offset, weight) = (middle, Self.rememberedLineWeight)
            if case .node(let node) = order.graph.items[item].content {
                // What stands in a row begins where the row began, however wide its boxes are by now.
                let isRow = !graph.nodes[node].parts.isEmpty
                offset = isRow ? graph.nodes[node].remembered?.x ?? middle : middle - ports.widths[node] / 2
                weight = Self.settledWeight
                for index in wishes[block].indices { wishes[block][index].isBranch = false }
            }
            wishes[block].append(Wish(other: origin, offset: offset, weight: weight))
            arcs += NetworkSimplex.Arc.wish(that: block, is: offset, beyond: origin, weight: weight, by: count)
            count += 1
        }
        for block in 0..<blocks.count { arcs.append(NetworkSimplex.Arc(tail: count, head: block, length: 0, weight: 0)) }
        places = NetworkSimplex.ranks(count: count + 1, arcs: arcs, pivots: 4 * count)
        for round in 0..<4 { balance(leftToRight: round % 2 == 0) }
    }

    private static func factor(_ upper: LayeredGraph.Item, _ lower: LayeredGraph.Item) -> Int {
        upper.isNode ? lower.isNode ? 1 : 2 : lower.isNode ? 2 : 4
    }

    private static func bounds(_ graph: Graph, _ blocks: Blocks) -> [Bound] {
        var bounds: [Bound] = []
        for row in blocks.rows {
            for (left, right) in zip(row, row.dropFirst()) {
                var distance = left.right + right.left + gap(left.kind, right.kind)
                if graph.isSideways, let frame = blocks.leftSide.firstIndex(of: left.block) { distance += graph.frames[frame].title.height }
                bounds.append(Bound(left: left.block, right: right.block, distance: distance))
            }
        }
        for (frame, item) in graph.frames.enumerated() where item.title.width > 0 && !graph.isSideways {
            bounds.append(
                Bound(left: blocks.leftSide[frame], right: blocks.rightSide[frame], distance: item.title.width + 2 * GraphSpacing.insideFrame))
        }
        return bounds
    }

    private static func gap(_ left: Blocks.Part.Kind, _ right: Blocks.Part.Kind) -> Int {
        switch (left, right) {
        case (.node, .node): GraphSpacing.betweenNodes
        case (.line, .line): GraphSpacing.betweenLines
        case (.node, .line), (.line, .node): GraphSpacing.betweenNodeAndLine
        case (.frameStart, _), (_, .frameEnd): GraphSpacing.insideFrame
        case (.frameEnd, _), (_, .frameStart): GraphSpacing.outsideFrame
        }
    }

    // MARK: Balance

    /// Moves each block to the middle of the places that are as good for it, as far as its neighbours leave room.
    private func balance(leftToRight: Bool) {
        let blocks = StableOrder.sorted(Array(0..<blocks.count)) { places[$0] < places[$1] }
        for block in leftToRight ? blocks : blocks.reversed() where !wishes[block].isEmpty {
            let (low, high) = bestPlaces(block)
            var (least, most) = (Int.min, Int.max)
            for bound in bounds[block] {
                if bound.right == block {
                    least = max(least, places[bound.left] + bound.distance)
                } else {
                    most = min(most, places[bound.right] - bound.distance)
                }
            }
            let (from, to) = (max(low, least), min(high, most))
            if from > to {
                places[block] = low > most ? most : least
            } else if isLine[block] {
                places[block] = low == from ? from : to
            } else {
                places[block] = (from + to) >> 1
            }
        }
    }

    /// The weighted median of the wishes, which may be a stretch.
    private func bestPlaces(_ block: Int) -> (Int, Int) {
        let wishes = wishes[block]
        func place(_ wish: Int) -> Int { places[wishes[wish].other] + wishes[wish].offset }
        let order = StableOrder.sorted(Array(wishes.indices)) { place($0) < place($1) }
        // What has branches stands over their middle.
        let branches = order.filter { wishes[$0].isBranch }
        if branches.count > 1, let first = branches.first, let last = branches.last {
            let middle = (place(first) + place(last)) >> 1
            return (middle, middle)
        }
        var total = 0
        for wish in wishes { total += wish.weight }
        var sum = 0
        for (index, wish) in order.enumerated() {
            sum += wishes[wish].weight
            if 2 * sum == total, index + 1 < order.count { return (place(wish), place(order[index + 1])) }
            if 2 * sum > total { return (place(wish), place(wish)) }
        }
        return (places[block], places[block])
    }
}
