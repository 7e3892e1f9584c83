/// Leads an edge around obstacles with right angles: the shortest way, where each turn and each crossing counts as a detour.
///
/// M. Wybrow, K. Marriott, P. J. Stuckey: “Orthogonal Connector Routing”, 2009, on a grid of lines beside the obstacles.
struct Router {
    private let grid: RoutingGrid
    private var waiting = PriorityQueue()
    private var least: [Int]
    private var previous: [Int]
    private var goals: [RouteEnd] = []

    private static let turnCost = 60 * Graph.unitsPerPixel
    static let crossingCost = 240 * Graph.unitsPerPixel

    /// - Returns: From one of the starts to one of the goals; nil if there is no way.
    static func route(
        from starts: [RouteEnd], to goals: [RouteEnd], obstacles: [GraphPlacement.Box], texts: [GraphPlacement.Box], segments: [RoutingGrid.Segment],
        window: GraphPlacement.Box?
    ) -> [GraphPlacement.Position]? {
        let grid = RoutingGrid(obstacles: obstacles, texts: texts, segments: segments, through: (starts + goals).map { $0.turn }, window: window)
        var router = Router(grid)
        return router.search(starts, goals)
    }

    private init(_ grid: RoutingGrid) {
        self.grid = grid
        least = Array(repeating: Int.max, count: grid.xs.count * grid.ys.count * 4)
        previous = Array(repeating: -1, count: least.count)
    }

    private mutating func search(_ starts: [RouteEnd], _ goals: [RouteEnd]) -> [GraphPlacement.Position]? {
        self.goals = goals
        let count = least.count
        least += Array(repeating: Int.max, count: goals.count)
        previous += Array(repeating: -1, count: goals.count)
        for (index, start) in starts.enumerated() { visit(state(start.turn, start.side), cost: 0, from: -2 - index) }
        while let (cost, state) = waiting.take() {
            if state >= count { return path(to: state, starts) }
            guard cost == least[state] + estimate(state) else { continue }
            advance(state, count)
        }
        return nil
    }

    /// Steps from a state to those beside it, and at a goal into it.
    private mutating func advance(_ state: Int, _ count: Int) {
        let (cell, heading) = (state / 4, state % 4)
        let (column, row) = (cell % grid.xs.count, cell / grid.xs.count)
        for direction in Heading.allCases where direction.opposite.rawValue != heading {
            let turn = direction.rawValue == heading ? 0 : Self.turnCost
            for (index, goal) in goals.enumerated()
            where goal.turn.x == grid.xs[column] && goal.turn.y == grid.ys[row] && goal.side == direction.opposite {
                visit(count + index, cost: least[state] + turn, from: state)
            }
            guard let (next, cost) = step(direction, column, row) else { continue }
            visit(next * 4 + direction.rawValue, cost: least[state] + cost + turn, from: state)
        }
    }

    private func step(_ direction: Heading, _ column: Int, _ row: Int) -> (cell: Int, cost: Int)? {
        let width = grid.xs.count
        let cell = row * width + column
        let (next, extra, length): (Int, Int, Int)
        switch direction {
        case .right:
            guard column + 1 < width else { return nil }
            (next, extra, length) = (cell + 1, grid.right[cell], grid.xs[column + 1] - grid.xs[column])
        case .left:
            guard column > 0 else { return nil }
            (next, extra, length) = (cell - 1, grid.right[cell - 1], grid.xs[column] - grid.xs[column - 1])
        case .down:
            guard row + 1 < grid.ys.count else { return nil }
            (next, extra, length) = (cell + width, grid.down[cell], grid.ys[row + 1] - grid.ys[row])
        case .up:
            guard row > 0 else { return nil }
            (next, extra, length) = (cell - width, grid.down[cell - width], grid.ys[row] - grid.ys[row - 1])
        }
        return extra == RoutingGrid.blocked ? nil : (next, extra + length)
    }

    private mutating func visit(_ state: Int, cost: Int, from: Int) {
        guard cost < least[state] else { return }
        least[state] = cost
        previous[state] = from
        waiting.put(cost + estimate(state), state)
    }

    /// Never more than what is left.
    private func estimate(_ state: Int) -> Int {
        guard state / 4 < grid.xs.count * grid.ys.count else { return 0 }
        let (x, y) = (grid.xs[state / 4 % grid.xs.count], grid.ys[state / 4 / grid.xs.count])
        return goals.map { abs($0.turn.x - x) + abs($0.turn.y - y) }.min() ?? 0
    }

    private func state(_ position: GraphPlacement.Position, _ heading: Heading) -> Int {
        (grid.row(position.y) * grid.xs.count + grid.column(position.x)) * 4 + heading.rawValue
    }

    private func path(to goal: Int, _ starts: [RouteEnd]) -> [GraphPlacement.Position] {
        var points = [goals[goal - grid.xs.count * grid.ys.count * 4].point]
        var state = previous[goal]
        while state >= 0 {
            points.append(GraphPlacement.Position(x: grid.xs[state / 4 % grid.xs.count], y: grid.ys[state / 4 / grid.xs.count]))
            state = previous[state]
        }
        points.append(starts[-2 - state].point)
        return points.reversed().withoutNeedless
    }
}

extension [GraphPlacement.Position] {
    /// Without points at which a line doesn't turn.
    fileprivate var withoutNeedless: [GraphPlacement.Position] {
        var result: [GraphPlacement.Position] = []
        for point in self where result.last != point {
            if let last = result.last, let before = result.dropLast().last,
                before.x == last.x && last.x == point.x || before.y == last.y && last.y == point.y
            {
                result.removeLast()
            }
            result.append(point)
        }
        return result
    }
}
