/// Leads an edge around obstacles with right angles: the shortest way, where each turn and each crossing counts as a detour.
///
/// M. Wybrow, K. Marriott, P. J. Stuckey: “Orthogonal Connector Routing”, 2009, on a grid of lines beside the obstacles.
struct Router {
    private let grid: RoutingGrid
    private var waiting = PriorityQueue()
    private var least: [Int]
    private var previous: [Int]
    private var goals: [RouteEnd] = []

    static let turnCost = 60 * Graph.unitsPerPixel
    static let crossingCost = 240 * Graph.unitsPerPixel

    /// - Parameter budget: The steps that are left for this search and those after it.
    /// - Returns: From one of the starts to one of the goals; nil if there is no way, or it takes too many steps.
    static func route(
        from starts: [RouteEnd], to goals: [RouteEnd], obstacles: [GraphPlacement.Box], texts: [GraphPlacement.Box], segments: [RoutingGrid.Segment],
        window: GraphPlacement.Box?, budget: inout Int
    ) -> [GraphPlacement.Position]? {
        let grid = RoutingGrid(obstacles: obstacles, texts: texts, segments: segments, through: (starts + goals).map { $0.turn }, window: window)
        budget -= grid.xs.count * grid.ys.count / 16
        var router = Router(grid)
        return router.search(starts, goals, &budget)
    }

    private init(_ grid: RoutingGrid) {
        self.grid = grid
        least = Array(repeating: Int.max, count: grid.xs.count * grid.ys.count * 2)
        previous = Array(repeating: -1, count: least.count)
    }

    // A state is a crossing of lines of the grid, and whether the edge comes to it upright (1) or level (0). Those after them are the goals.

    private mutating func search(_ starts: [RouteEnd], _ goals: [RouteEnd], _ budget: inout Int) -> [GraphPlacement.Position]? {
        self.goals = goals
        let count = least.count
        least += Array(repeating: Int.max, count: goals.count)
        previous += Array(repeating: -1, count: goals.count)
        for (index, start) in starts.enumerated() { visit(state(start), cost: 0, from: -2 - index) }
        while let (cost, state) = waiting.take() {
            if state >= count { return path(to: state, starts) }
            guard cost == least[state] + estimate(state) else { continue }
            budget -= 1
            guard budget > 0 else { return nil }
            advance(state, count)
        }
        return nil
    }

    /// Steps from a state to those beside it, and at a goal into it.
    private mutating func advance(_ state: Int, _ count: Int) {
        let (cell, axis, cost) = (state / 2, state % 2, least[state])
        let (column, row) = (cell % grid.xs.count, cell / grid.xs.count)
        for (index, goal) in goals.enumerated() where goal.turn.x == grid.xs[column] && goal.turn.y == grid.ys[row] {
            visit(count + index, cost: cost + (goal.side.isLevel == (axis == 0) ? 0 : Self.turnCost), from: state)
        }
        let width = grid.xs.count
        let (level, upright) = (axis == 0 ? cost : cost + Self.turnCost, axis == 1 ? cost : cost + Self.turnCost)
        if column + 1 < width { step(from: state, to: (cell + 1) * 2, grid.right[cell], grid.xs[column + 1] - grid.xs[column] + level) }
        if column > 0 { step(from: state, to: (cell - 1) * 2, grid.right[cell - 1], grid.xs[column] - grid.xs[column - 1] + level) }
        if row + 1 < grid.ys.count { step(from: state, to: (cell + width) * 2 + 1, grid.down[cell], grid.ys[row + 1] - grid.ys[row] + upright) }
        if row > 0 { step(from: state, to: (cell - width) * 2 + 1, grid.down[cell - width], grid.ys[row] - grid.ys[row - 1] + upright) }
    }

    private mutating func step(from state: Int, to next: Int, _ extra: Int, _ cost: Int) {
        if extra != RoutingGrid.blocked { visit(next, cost: cost + extra, from: state) }
    }

    private mutating func visit(_ state: Int, cost: Int, from: Int) {
        guard cost < least[state] else { return }
        least[state] = cost
        previous[state] = from
        waiting.put(cost + estimate(state), state)
    }

    /// What is left to a goal in an empty plane, or less.
    private func estimate(_ state: Int) -> Int {
        guard state / 2 < grid.xs.count * grid.ys.count else { return 0 }
        let (x, y) = (grid.xs[state / 2 % grid.xs.count], grid.ys[state / 2 / grid.xs.count])
        let isLevel = state % 2 == 0
        var least = Int.max
        for goal in goals {
            let (deltaX, deltaY) = (abs(goal.turn.x - x), abs(goal.turn.y - y))
            let turns = goal.side.isLevel != isLevel ? 1 : (isLevel ? deltaY : deltaX) > 0 ? 2 : 0
            least = min(least, deltaX + deltaY + turns * Self.turnCost)
        }
        return least
    }

    private func state(_ end: RouteEnd) -> Int {
        (grid.row(end.turn.y) * grid.xs.count + grid.column(end.turn.x)) * 2 + (end.side.isLevel ? 0 : 1)
    }

    private func path(to goal: Int, _ starts: [RouteEnd]) -> [GraphPlacement.Position] {
        var points = [goals[goal - grid.xs.count * grid.ys.count * 2].point]
        var state = previous[goal]
        while state >= 0 {
            points.append(GraphPlacement.Position(x: grid.xs[state / 2 % grid.xs.count], y: grid.ys[state / 2 / grid.xs.count]))
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
