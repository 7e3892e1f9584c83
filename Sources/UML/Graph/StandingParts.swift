/// Puts the parts of a graph that was drawn before where they stood, and new ones where there is room.
struct StandingParts {
    private(set) var placements: [GraphPlacement]

    private let graphs: [Graph]
    /// Of comparisons, so that the largest diagram takes no longer than a person waits; what comes after that is put below the rest.
    private var budget = 20_000_000
    /// What stands in its place already.
    private var taken: [GraphPlacement.Box] = []
    private static let spacing = GraphSpacing.betweenComponents / 2
    /// For so many new ones it isn't worth while to look for gaps.
    private static let mostSearched = 8

    init(_ graphs: [Graph], _ placements: [GraphPlacement]) {
        self.graphs = graphs
        self.placements = placements
    }

    mutating func arrange() {
        let shifts = placements.indices.map { shift($0) }
        let standing = placements.indices.filter { shifts[$0] != nil }
        var late: [Int] = []
        // Where two would overlap now, the smaller one gives way.
        for index in StableOrder.sorted(standing, { graphs[$0].nodes.count > graphs[$1].nodes.count }) {
            guard budget > 0 else {
                late.append(index)
                continue
            }
            if let shift = shifts[index] { placements[index].move(shift.x, shift.y) }
            giveWay(index)
            taken += placements[index].boxes(graphs[index])
        }
        // What is pinned as a whole takes no room here.
        arrange(new: placements.indices.filter { shifts[$0] == nil && !isPinned($0) } + late)
    }

    private func isPinned(_ index: Int) -> Bool { graphs[index].nodes.allSatisfy { $0.pin != nil } }

    /// How a part has to be moved so that most of it is where it was; nil for what is new.
    private func shift(_ index: Int) -> GraphPlacement.Position? {
        var (xs, ys): ([Int], [Int]) = ([], [])
        for (node, box) in zip(graphs[index].nodes, placements[index].nodes) {
            guard let remembered = node.remembered else { continue }
            xs.append(remembered.middleX - box.middleX)
            ys.append(remembered.y - box.y)
        }
        guard !xs.isEmpty else { return nil }
        return GraphPlacement.Position(x: StableOrder.sorted(xs)[xs.count / 2], y: StableOrder.sorted(ys)[ys.count / 2])
    }

    // MARK: Room

    /// Moves a part as little as it must be moved, straight down, right, left or up, so that it overlaps nothing.
    private mutating func giveWay(_ index: Int) {
        let boxes = placements[index].boxes(graphs[index])
        var best = GraphPlacement.Position(x: 0, y: 0)
        var least = Int.max
        for (stepX, stepY) in [(0, 1), (1, 0), (-1, 0), (0, -1)] {
            var distance = 0
            while distance < least, let further = needed(boxes, distance, stepX, stepY) { distance += max(further, 1) }
            guard distance < least else { continue }
            least = distance
            best = GraphPlacement.Position(x: stepX * distance, y: stepY * distance)
        }
        placements[index].move(best.x, best.y)
    }

    /// How much further boxes have to go so that the first of them that overlaps something doesn't; nil if none does.
    private mutating func needed(_ boxes: [GraphPlacement.Box], _ distance: Int, _ stepX: Int, _ stepY: Int) -> Int? {
        for box in boxes where budget > 0 {
            budget -= taken.count
            var moved = box
            moved.move(stepX * distance, stepY * distance)
            guard let other = taken.first(where: { moved.isNear($0, Self.spacing) }) else { continue }
            if stepX > 0 { return other.maximumX + Self.spacing - moved.x }
            if stepX < 0 { return moved.maximumX + Self.spacing - other.x }
            return stepY > 0 ? other.maximumY + Self.spacing - moved.y : moved.maximumY + Self.spacing - other.y
        }
        return nil
    }

    // MARK: New parts

    private mutating func arrange(new: [Int]) {
        guard !new.isEmpty else { return }
        if new.count <= Self.mostSearched && taken.count <= 2_000 {
            for index in new {
                put(index)
                taken += placements[index].boxes(graphs[index])
            }
            return
        }
        let around = GraphPlacement.Box(around: taken)
        var shelves = Shelves(new.map { Shelves.Part(graphs[$0], placements[$0]) })
        shelves.arrange(atLeast: around.width)
        for (index, part) in zip(new, shelves.parts) {
            placements[index] = part.placement
            placements[index].move(around.x, taken.isEmpty ? around.y : around.maximumY + GraphSpacing.betweenComponents)
        }
    }

    /// Beside or below something, so that the whole stays as small as can be for a page of 8 by 5.
    private mutating func put(_ index: Int) {
        guard !taken.isEmpty else { return }
        let gap = GraphSpacing.betweenComponents
        let around = GraphPlacement.Box(around: taken)
        var own = GraphPlacement.Box(width: placements[index].width, height: placements[index].height)
        var best = GraphPlacement.Position(x: around.x, y: around.maximumY + gap)
        var least = Int64.max
        let spots = taken.flatMap {
            [GraphPlacement.Position(x: $0.maximumX + gap, y: $0.y), GraphPlacement.Position(x: $0.x, y: $0.maximumY + gap)]
        }
        for spot in spots + [best, GraphPlacement.Position(x: around.maximumX + gap, y: around.y)] {
            (own.x, own.y) = (spot.x, spot.y)
            guard !taken.contains(where: { own.isNear($0, Self.spacing) }) else { continue }
            let whole = GraphPlacement.Box(around: [around, own])
            let size = Int64(max(whole.width * 5, whole.height * 8))
            if size < least || size == least && (spot.y, spot.x) < (best.y, best.x) { (least, best) = (size, spot) }
        }
        placements[index].move(best.x, best.y)
    }
}

extension GraphPlacement {
    /// Of all that takes room in it: pieces of lines, too.
    fileprivate func boxes(_ graph: Graph) -> [Box] {
        var boxes = frames
        for (box, node) in zip(nodes, graph.nodes) where node.pin == nil { boxes.append(box) }
        for (route, edge) in zip(edges, graph.edges) {
            boxes += route.texts(edge)
            for (start, end) in zip(route.points, route.points.dropFirst()) { boxes.append(Box(start, end)) }
        }
        return boxes
    }
}
