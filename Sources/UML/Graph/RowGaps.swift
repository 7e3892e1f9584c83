/// Which boxes stand side by side, and the level edges between them.
final class RowGaps {
    private let graph: Graph
    private var lefts: [Int?]
    private var rights: [Int?]
    /// The first box of the row of each.
    private var rows: [Int]
    /// The level edges behind each box, from above.
    private var levels: [[Int]]
    private var isLevel: [Bool]
    /// Whether an edge leads around its row: of several that are drawn as one.
    private var isAround: [Bool]

    init(_ graph: Graph) {
        self.graph = graph
        lefts = Array(repeating: nil, count: graph.nodes.count)
        rights = lefts
        rows = Array(graph.nodes.indices)
        levels = Array(repeating: [], count: graph.nodes.count)
        isLevel = Array(repeating: false, count: graph.edges.count)
        isAround = isLevel
        for (index, edge) in graph.edges.enumerated() where edge.isLevel && edge.from != edge.to { join(edge.from, edge.to, index) }
        // What else connects two neighbours lies beside it.
        for (index, edge) in graph.edges.enumerated() where edge.from != edge.to && !isLevel[index] {
            if rights[edge.from] == edge.to {
                add(index, after: edge.from)
            } else if rights[edge.to] == edge.from {
                add(index, after: edge.to)
            } else if rows[edge.from] == rows[edge.to] {
                // One more of what leads around.
                (isLevel[index], isAround[index]) = (true, true)
            }
        }
    }

    func isLevel(_ edge: Int) -> Bool { isLevel[edge] }

    func left(_ node: Int) -> Int? { lefts[node] }

    /// From its first box.
    func row(_ first: Int) -> [Int] {
        var row = [first]
        while let next = rights[row[row.count - 1]] { row.append(next) }
        return row
    }

    private func add(_ edge: Int, after node: Int) {
        levels[node].append(edge)
        isLevel[edge] = true
    }

    private func join(_ left: Int, _ right: Int, _ edge: Int) {
        if rights[left] != nil, graph.edges[edge].join != nil { return branch(left, right, edge) }
        guard rights[left] == nil, lefts[right] == nil, rows[left] != rows[right], graph.nodes[left].frame == graph.nodes[right].frame else { return }
        let (one, other) = (row(rows[left]), row(rows[right]))
        guard one.count + other.count <= Rows.longest,
            !areConnected(one, other, besides: { $0.from == left && $0.to == right || $0.from == right && $0.to == left })
        else { return }
        for node in other { rows[node] = rows[left] }
        rights[left] = right
        lefts[right] = left
        add(edge, after: left)
    }

    /// Puts one more branch of what is drawn as one edge behind its row; then all its branches lead around the row.
    private func branch(_ from: Int, _ to: Int, _ edge: Int) {
        let join = graph.edges[edge].join
        guard lefts[to] == nil, rows[from] != rows[to], graph.nodes[from].frame == graph.nodes[to].frame else { return }
        let (one, other) = (row(rows[from]), row(rows[to]))
        guard let last = one.last, one.count + other.count <= Rows.longest, !areConnected(one, other, besides: { $0.from == from && $0.to == to })
        else { return }
        for node in other { rows[node] = rows[from] }
        (rights[last], lefts[to]) = (to, last)
        (isLevel[edge], isAround[edge]) = (true, true)
        for index in levels[from] where graph.edges[index].join == join { isAround[index] = true }
        levels[from].removeAll { graph.edges[$0].join == join }
    }

    /// Whether an edge would lead past a box of its row.
    private func areConnected(_ one: [Int], _ other: [Int], besides isLeftOut: (Graph.Edge) -> Bool) -> Bool {
        let (first, second) = (rows[one[0]], rows[other[0]])
        return graph.edges.contains { edge in
            let (from, to) = (rows[edge.from], rows[edge.to])
            guard from == first && to == second || from == second && to == first else { return false }
            return !isLeftOut(edge)
        }
    }

    // MARK: Room

    private func width(_ size: Graph.Size) -> Int { size.isEmpty ? 0 : size.width + 2 * GraphSpacing.aroundLabel }

    func width(after node: Int) -> Int {
        var width = GraphSpacing.betweenNodes
        for index in levels[node] {
            let edge = graph.edges[index]
            let ends = self.width(edge.fromLabel) + self.width(edge.toLabel) + edge.fromSymbol + edge.toSymbol
            width = max(width, ends + self.width(edge.label) + 2 * GraphSpacing.afterSymbol)
        }
        return width
    }

    /// How high two boxes have to be for what connects them.
    func height(after node: Int) -> Int {
        var height = GraphSpacing.betweenTracks
        for index in levels[node] { height += self.height(index) }
        // One line is in the middle, and its text on one side of it.
        return graph.isSideways && levels[node].count == 1 ? 2 * height : height
    }

    private func height(_ index: Int) -> Int {
        let edge = graph.edges[index]
        let text = max(edge.label.height, max(edge.fromLabel.height, edge.toLabel.height))
        return max(text + GraphSpacing.aroundLabel, 2 * GraphSpacing.betweenTracks)
    }

    /// Above a row, for what leads around it.
    func headroom(_ row: [Int]) -> Int {
        let count = branches(row).count
        return count == 0 ? 0 : GraphSpacing.headroom + count * GraphSpacing.betweenTracks
    }

    /// What leads around a row, each once.
    private func branches(_ row: [Int]) -> [Int] {
        var joins: [Int] = []
        for (index, edge) in graph.edges.enumerated() where isAround[index] && rows[edge.from] == rows[row[0]] {
            let join = edge.join ?? -1 - index
            if !joins.contains(join) { joins.append(join) }
        }
        return joins
    }

    private func routeAround(_ index: Int, _ boxes: [GraphPlacement.Box]) -> GraphPlacement.Route {
        let edge = graph.edges[index]
        let number = branches([edge.from]).firstIndex(of: edge.join ?? -1 - index) ?? 0
        func place(_ node: Int) -> GraphPlacement.Position {
            GraphPlacement.Position(x: boxes[node].x + (graph.nodes[node].meetingPoint ?? boxes[node].width / 2), y: boxes[node].y)
        }
        let (from, to) = (place(edge.from), place(edge.to))
        let y = from.y - GraphSpacing.headroom - number * GraphSpacing.betweenTracks
        var route = GraphPlacement.Route()
        route.points = [from, GraphPlacement.Position(x: from.x, y: y), GraphPlacement.Position(x: to.x, y: y), to]
        return route
    }

    // MARK: Lines

    /// From the side of one box to that of its neighbour, with the texts above it.
    func route(_ index: Int, _ boxes: [GraphPlacement.Box]) -> GraphPlacement.Route {
        if isAround[index] { return routeAround(index, boxes) }
        let edge = graph.edges[index]
        let isToRight = rights[edge.from] == edge.to
        let (left, right) = isToRight ? (edge.from, edge.to) : (edge.to, edge.from)
        let y = line(index, left, boxes[left], boxes[right])
        var route = GraphPlacement.Route()
        func position(_ x: Int, _ y: Int) -> GraphPlacement.Position { GraphPlacement.Position(x: x, y: y) }
        let (from, to) = (boxes[left].maximumX, boxes[right].x)
        route.points = isToRight ? [position(from, y), position(to, y)] : [position(to, y), position(from, y)]
        let (leftText, rightText) = isToRight ? (edge.fromLabel, edge.toLabel) : (edge.toLabel, edge.fromLabel)
        let (leftSymbol, rightSymbol) = isToRight ? (edge.fromSymbol, edge.toSymbol) : (edge.toSymbol, edge.fromSymbol)
        let leftPlace = position(from + leftSymbol + GraphSpacing.aroundLabel, y - leftText.height)
        let rightPlace = position(to - rightSymbol - GraphSpacing.aroundLabel - rightText.width, y - rightText.height)
        let (fromPlace, toPlace) = isToRight ? (leftPlace, rightPlace) : (rightPlace, leftPlace)
        route.fromLabel = edge.fromLabel.isEmpty ? nil : fromPlace
        route.toLabel = edge.toLabel.isEmpty ? nil : toPlace
        let (low, high) = (from + leftSymbol + width(leftText), to - rightSymbol - width(rightText))
        route.label = edge.label.isEmpty ? nil : position((low + high - edge.label.width) >> 1, y - edge.label.height)
        return route
    }

    private func line(_ index: Int, _ node: Int, _ left: GraphPlacement.Box, _ right: GraphPlacement.Box) -> Int {
        let (top, bottom) = (max(left.y, right.y), min(left.maximumY, right.maximumY))
        guard levels[node].count > 1 else { return (top + bottom) >> 1 }
        var y = top
        var whole = 0
        for level in levels[node] { whole += height(level) }
        y += max(bottom - top - whole, 0) >> 1
        for level in levels[node] {
            y += height(level)
            if level == index { return min(y - GraphSpacing.betweenTracks / 2, bottom) }
        }
        return y
    }
}
