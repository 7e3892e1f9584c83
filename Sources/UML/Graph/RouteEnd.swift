/// Where an edge can leave a node: a point of its border, and the point from which on it may turn.
struct RouteEnd {
    let point: GraphPlacement.Position
    let turn: GraphPlacement.Position
    /// Away from the node.
    let side: Heading

    private static let margin = GraphSpacing.betweenLines / 2

    /// A node at which an edge ends.
    struct Node {
        var box: GraphPlacement.Box
        /// Where other edges end at it.
        var used: [GraphPlacement.Position]
        var meetsInMiddle: Bool
        /// How long the edge's symbol there is.
        var symbol: Int
    }

    /// One on each side: where a straight line could lead to the other node, or in the middle; beside these where another edge ends there.
    static func all(_ node: Node, towards other: Node) -> [RouteEnd] {
        [Heading.down, .up, .right, .left].map { side in
            let place = place(node, side, towards: other)
            let border = node.box.border(side)
            let reach = max(GraphSpacing.betweenLines, node.symbol + GraphSpacing.afterSymbol)
            let outwards = side == .right || side == .down ? reach : -reach
            return RouteEnd(
                point: side.isLevel ? GraphPlacement.Position(x: border, y: place) : GraphPlacement.Position(x: place, y: border),
                turn: side.isLevel
                    ? GraphPlacement.Position(x: border + outwards, y: place) : GraphPlacement.Position(x: place, y: border + outwards), side: side)
        }
    }

    private static func place(_ node: Node, _ side: Heading, towards other: Node) -> Int {
        let own = node.box.range(along: side)
        let middle = (own.lowerBound + own.upperBound) >> 1
        guard !node.meetsInMiddle else { return middle }
        let taken = node.used(on: side)
        let range = other.box.range(along: side)
        let (low, high) = (max(own.lowerBound, range.lowerBound) + margin, min(own.upperBound, range.upperBound) - margin)
        if low <= high, let place = free((low + high) >> 1, within: (high - low) / 2, taken + other.used(on: side.opposite)) { return place }
        return free(middle, within: own.count / 2 - margin, taken) ?? middle
    }

    /// The nearest place to the middle that no other edge has; of a side with very many nobody can tell them apart.
    static func free(_ middle: Int, within half: Int, _ taken: [Int]) -> Int? {
        let distance = GraphSpacing.betweenLines
        guard taken.count <= mostEnds else { return nil }
        var best: Int?
        for place in [middle] + taken.flatMap({ [$0 + distance, $0 - distance] }) where abs(place - middle) <= half {
            let isNearer = best.map { abs(place - middle) < abs($0 - middle) } ?? true
            if isNearer, !taken.contains(where: { abs($0 - place) < distance }) { best = place }
        }
        return best
    }

    private static let mostEnds = 60
}

extension RouteEnd.Node {
    /// Where other edges end on a side.
    func used(on side: Heading) -> [Int] {
        let border = box.border(side)
        return used.filter { (side.isLevel ? $0.x : $0.y) == border }.map { side.isLevel ? $0.y : $0.x }
    }
}

extension GraphPlacement.Box {
    fileprivate func border(_ side: Heading) -> Int {
        switch side {
        case .right: maximumX
        case .down: maximumY
        case .left: x
        case .up: y
        }
    }

    fileprivate func range(along side: Heading) -> ClosedRange<Int> { side.isLevel ? y...maximumY : x...maximumX }
}
