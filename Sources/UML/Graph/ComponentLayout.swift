/// The layout of a graph that hangs together: layers, their order, places from left to right, and edges with right angles.
struct ComponentLayout {
    private let graph: Graph
    private let layering: Layering
    private let order: LayerOrder
    private var ports: Ports
    private let blocks: Blocks
    private let places: [Int]
    private let gaps: LayerGaps
    private var tops: [Int] = []
    private var placement: GraphPlacement

    static func placement(of graph: Graph) -> GraphPlacement {
        var layout = ComponentLayout(graph)
        layout.place()
        return layout.placement
    }

    private init(_ graph: Graph) {
        self.graph = graph
        layering = Layering(graph)
        let layered = LayeredGraph(graph, layering)
        let frames = FrameTree(graph)
        let unordered = LayerOrder(layered, frames, frameCount: graph.frames.count)
        let remembered = RememberedOrder(unordered, graph, SettledNodes(graph, layering))
        order =
            remembered.isEmpty ? CrossingReduction.reduce(unordered, starts: StartOrders.all(unordered)) : remembered.order
        ports = Ports(graph, order, layering)
        blocks = Blocks(order, ports, frames, remembered)
        places = HorizontalPlacement(graph, order, ports, blocks, remembered).places
        gaps = LayerGaps(graph, layered, layering)
        placement = GraphPlacement(graph)
    }

    // MARK: Boxes

    private mutating func place() {
        ports.straighten(order, x: places, blocks)
        let bends = Bends(order, ports, places, blocks, joins: graph.edges.map { $0.join })
        placeLayers(bends)
        for (index, item) in order.graph.items.enumerated() {
            guard case .node(let node) = item.content else { continue }
            placement.nodes[node].x = places[blocks.item[index]]
            placement.nodes[node].y = tops[item.layer]
            placement.nodes[node].width = ports.widths[node]
            if !graph.nodes[node].parts.isEmpty { placement.parts[node] = ports.parts[node] }
        }
        placeFrames()
        for edge in graph.edges.indices { route(edge, bends) }
        if graph.isSlanted { straighten() }
        placement.enclose(graph)
    }

    /// The tops of the layers.
    private mutating func placeLayers(_ bends: Bends) {
        var y = gaps.framesAbove.first ?? 0
        for layer in gaps.heights.indices {
            y += gaps.upperBands[layer]
            tops.append(y)
            y += gaps.heights[layer] + gaps.lowerBands[layer] + gaps.framesBelow[layer]
            guard layer + 1 < gaps.heights.count else { break }
            // An arrow may end at a frame.
            let between = bends.height(layer) + gaps.framesAbove[layer + 1] + (gaps.framesAbove[layer + 1] > 0 ? GraphSpacing.outsideFrame : 0)
            let whole = gaps.lowerBands[layer] + gaps.framesBelow[layer] + between + gaps.upperBands[layer + 1]
            let isBesideLabels = order.layers[layer + 1].contains { isLabel($0) } || order.layers[layer].contains { isLabel($0) }
            if graph.isSlanted {
                y += max(between, isBesideLabels ? GraphSpacing.besideSlantedLabels : slant(layer, bends))
            } else {
                y += between + (isBesideLabels ? 0 : max(GraphSpacing.betweenLayers - whole, 0))
            }
        }
    }

    /// How far apart two layers are, so that what connects them isn't too steep.
    private func slant(_ layer: Int, _ bends: Bends) -> Int {
        var farthest = 0
        for (index, link) in order.graph.links.enumerated() where order.graph.items[link.upper].layer == layer {
            farthest = max(farthest, abs(bends.upperX[index] - bends.lowerX[index]))
        }
        return min(max(farthest / 4, GraphSpacing.betweenSlantedLayers), 2 * GraphSpacing.betweenSlantedLayers)
    }

    private func isLabel(_ item: Int) -> Bool { if case .label = order.graph.items[item].content { true } else { false } }

    private mutating func placeFrames() {
        for frame in graph.frames.indices {
            let span = order.graph.spans[frame]
            let top = tops[span.lowerBound] - gaps.upperBands[span.lowerBound] - gaps.frameTops[frame]
            let bottom = tops[span.upperBound] + gaps.heights[span.upperBound] + gaps.lowerBands[span.upperBound] + gaps.frameBottoms[frame]
            let (left, right) = (places[blocks.leftSide[frame]], places[blocks.rightSide[frame]])
            placement.frames[frame] = GraphPlacement.Box(x: left, y: top, width: right - left, height: bottom - top)
        }
    }

    // MARK: Edges

    private mutating func route(_ index: Int, _ bends: Bends) {
        let links = bends.links(of: index)
        guard let first = links.first, let last = links.last else { return routeStraight(index) }
        let edge = graph.edges[index]
        var points: [GraphPlacement.Position] = []
        func add(_ x: Int, _ y: Int) {
            let point = GraphPlacement.Position(x: x, y: y)
            if points.last == point { return }
            // Three points in a line are two.
            if points.count > 1, points[points.count - 2].x == x && points[points.count - 1].x == x { points.removeLast() }
            points.append(point)
        }
        let isReversed = layering.isReversed[index]
        let (upperEnd, lowerEnd) = (side(of: index, isUpper: true), side(of: index, isUpper: false))
        add(bends.upperX[first], upperEnd)
        for link in links {
            if graph.isSlanted {
                let (upper, lower) = (order.graph.links[link].upper, order.graph.links[link].lower)
                // Past what stands beside it, if it has to be: what needn't turn is made straight afterwards.
                add(bends.upperX[link], tops[order.graph.items[upper].layer] + gaps.heights[order.graph.items[upper].layer])
                if link != last { add(bends.lowerX[link], tops[order.graph.items[lower].layer]) }
            } else if bends.upperX[link] != bends.lowerX[link] {
                let y = trackY(link, bends)
                add(bends.upperX[link], y)
                add(bends.lowerX[link], y)
            }
        }
        add(bends.lowerX[last], lowerEnd)
        placement.edges[index].points = isReversed ? points.reversed() : points
        let label = order.graph.chains[index].first { isLabel($0) }
        placement.edges[index].label = label.map {
            let beside = graph.isSideways ? -GraphSpacing.aroundLabel - edge.label.width : GraphSpacing.aroundLabel
            return GraphPlacement.Position(x: places[blocks.item[$0]] + beside, y: tops[order.graph.items[$0].layer])
        }
        let upper = beside(bends.upperX[first], y: upperEnd + GraphSpacing.aroundLabel)
        let lowerText = isReversed ? edge.fromLabel : edge.toLabel
        let lower = beside(bends.lowerX[last], y: lowerEnd - GraphSpacing.aroundLabel - lowerText.height)
        placement.edges[index].fromLabel = edge.fromLabel.isEmpty ? nil : isReversed ? lower : upper
        placement.edges[index].toLabel = edge.toLabel.isEmpty ? nil : isReversed ? upper : lower
    }

    private mutating func straighten() {
        var labels: [GraphPlacement.Box] = []
        for (route, edge) in zip(placement.edges, graph.edges) {
            labels += route.texts(edge)
        }
        let shortcuts = Shortcuts(placement.nodes, labels: labels)
        for (index, edge) in graph.edges.enumerated() {
            let route = placement.edges[index]
            placement.edges[index].points = shortcuts.straightened(route.points, from: edge.from, to: edge.to, texts: route.texts(edge)) { point in
                route.label.map { point.y >= $0.y && point.y <= $0.y + edge.label.height } ?? false
            }
        }
    }

    /// From border to border, for what the layers had no room for.
    private mutating func routeStraight(_ index: Int) {
        let (from, to) = (placement.nodes[graph.edges[index].from], placement.nodes[graph.edges[index].to])
        guard graph.edges[index].from != graph.edges[index].to else { return }
        let isDown = from.y < to.y
        placement.edges[index].points = [
            GraphPlacement.Position(x: from.middleX, y: isDown ? from.maximumY : from.y),
            GraphPlacement.Position(x: to.middleX, y: isDown ? to.y : to.maximumY),
        ]
    }

    private func beside(_ x: Int, y: Int) -> GraphPlacement.Position { GraphPlacement.Position(x: x + GraphSpacing.besideSymbol, y: y) }

    /// The lower side of what an edge leaves, or the upper one of what it leads to.
    private func side(of index: Int, isUpper: Bool) -> Int {
        let isFrom = isUpper != layering.isReversed[index]
        let (node, part) = isFrom ? (graph.edges[index].from, graph.edges[index].fromPart) : (graph.edges[index].to, graph.edges[index].toPart)
        let top = tops[order.graph.items[node].layer]
        guard !graph.nodes[node].parts.isEmpty else { return isUpper ? top + graph.nodes[node].size.height : top }
        let box = graph.nodes[node].parts[part]
        return top + box.drop + (isUpper ? box.size.height : 0)
    }

    private func trackY(_ link: Int, _ bends: Bends) -> Int {
        let layer = order.graph.items[order.graph.links[link].upper].layer
        let top = tops[layer] + gaps.heights[layer] + gaps.lowerBands[layer] + gaps.framesBelow[layer]
        let isAboveFrame = gaps.framesAbove[layer + 1] > 0
        let bottom = tops[layer + 1] - gaps.upperBands[layer + 1] - gaps.framesAbove[layer + 1] - (isAboveFrame ? GraphSpacing.outsideFrame : 0)
        // Tracks lie in the middle of their room.
        let spare = max(bottom - top - bends.height(layer), 0) >> 1
        return top + spare + bends.track(link) * GraphSpacing.betweenTracks + GraphSpacing.betweenTracks / 2
    }
}
