/// Ways between two nodes with at most two turns: where one of them is free and crosses nothing, there is no better one to be searched for.
enum SimpleRoutes {
    /// - Returns: The shortest of those that lead through nothing; nil if there is none.
    static func free(
        from starts: [RouteEnd], to goals: [RouteEnd], isFree: ([GraphPlacement.Position]) -> Bool
    ) -> [GraphPlacement.Position]? {
        var routes: [(points: [GraphPlacement.Position], cost: Int)] = []
        for start in starts { for goal in goals { if let points = route(start, goal) { routes.append((points, cost(points))) } } }
        let order = StableOrder.sorted(Array(routes.indices)) { routes[$0].cost < routes[$1].cost }
        return order.first { isFree(routes[$0].points) }.map { routes[$0].points }
    }

    private static func cost(_ points: [GraphPlacement.Position]) -> Int {
        var cost = (points.count - 2) * Router.turnCost
        for (start, end) in zip(points, points.dropFirst()) { cost += abs(start.x - end.x) + abs(start.y - end.y) }
        return cost
    }

    private static func route(_ start: RouteEnd, _ goal: RouteEnd) -> [GraphPlacement.Position]? {
        if start.side.isLevel != goal.side.isLevel {
            let corner =
                start.side.isLevel
                ? GraphPlacement.Position(x: goal.point.x, y: start.point.y) : GraphPlacement.Position(x: start.point.x, y: goal.point.y)
            return start.isBeyond(corner) && goal.isBeyond(corner) ? [start.point, corner, goal.point] : nil
        }
        let isLevel = start.side.isLevel
        let middle: GraphPlacement.Position
        if start.side == goal.side {
            middle = start.isBeyond(goal.turn) ? goal.turn : start.turn
        } else {
            guard start.isBeyond(goal.turn) else { return nil }
            if isLevel ? start.point.y == goal.point.y : start.point.x == goal.point.x { return [start.point, goal.point] }
            middle = GraphPlacement.Position(x: (start.turn.x + goal.turn.x) >> 1, y: (start.turn.y + goal.turn.y) >> 1)
        }
        return isLevel
            ? [
                start.point, GraphPlacement.Position(x: middle.x, y: start.point.y), GraphPlacement.Position(x: middle.x, y: goal.point.y),
                goal.point,
            ]
            : [
                start.point, GraphPlacement.Position(x: start.point.x, y: middle.y), GraphPlacement.Position(x: goal.point.x, y: middle.y),
                goal.point,
            ]
    }
}

extension RouteEnd {
    /// Whether a point is at least as far away from the node, on its side, as where an edge may turn.
    fileprivate func isBeyond(_ point: GraphPlacement.Position) -> Bool {
        switch side {
        case .right: point.x >= turn.x
        case .down: point.y >= turn.y
        case .left: point.x <= turn.x
        case .up: point.y <= turn.y
        }
    }
}
