import Testing

@testable import UML

/// What holds for the placement of any graph.
struct GraphLayoutTests {
    private static func overlap(_ one: GraphPlacement.Box, _ other: GraphPlacement.Box) -> Bool {
        one.x < other.maximumX && other.x < one.maximumX && one.y < other.maximumY && other.y < one.maximumY
    }

    private static func box(_ position: GraphPlacement.Position, _ size: Graph.Size) -> GraphPlacement.Box {
        GraphPlacement.Box(x: position.x, y: position.y, width: size.width, height: size.height)
    }

    /// Whether a straight piece of an edge goes through a box, its border not counted.
    private static func crosses(_ from: GraphPlacement.Position, _ to: GraphPlacement.Position, _ box: GraphPlacement.Box) -> Bool {
        min(from.x, to.x) < box.maximumX && max(from.x, to.x) > box.x && min(from.y, to.y) < box.maximumY && max(from.y, to.y) > box.y
    }

    @Test(arguments: UInt64(0)..<40) func boxesAreApartAndEdgesGoAroundThem(_ seed: UInt64) {
        let hasFrames = seed % 2 == 1
        let graph = RandomGraph.make(seed: seed, nodes: 4 + Int(seed), edges: 4 + 3 * Int(seed) / 2, hasFrames: hasFrames)
        let placement = GraphLayout.placement(of: graph)
        for (index, box) in placement.nodes.enumerated() {
            #expect(box.width >= graph.nodes[index].size.width && box.height == graph.nodes[index].size.height, "seed \(seed)")
            for other in placement.nodes[..<index] { #expect(!Self.overlap(box, other), "seed \(seed): \(box) and \(other)") }
            #expect(box.x >= 0 && box.y >= 0 && box.maximumX <= placement.width && box.maximumY <= placement.height, "seed \(seed)")
        }
        for (index, edge) in graph.edges.enumerated() {
            let points = placement.edges[index].points
            #expect(points.count > 1, "seed \(seed)")
            for (from, to) in zip(points, points.dropFirst()) {
                #expect(from.x == to.x || from.y == to.y, "seed \(seed): no right angle at edge \(index)")
                for (node, box) in placement.nodes.enumerated() where node != edge.from && node != edge.to {
                    #expect(!Self.crosses(from, to, box), "seed \(seed): edge \(index) goes through \(node)")
                }
            }
            for (point, node) in [(points.first, edge.from), (points.last, edge.to)] {
                let box = placement.nodes[node]
                #expect(point.map { $0.y == box.y || $0.y == box.maximumY } == true, "seed \(seed): edge \(index) does not end at \(node)")
                #expect(point.map { $0.x >= box.x && $0.x <= box.maximumX } == true, "seed \(seed): edge \(index) does not end at \(node)")
            }
        }
    }

    /// Some edges level, layers downwards or to the right, right angles or not.
    @Test(arguments: UInt64(0)..<60) func whatStandsSideBySideIsApartAsWell(_ seed: UInt64) {
        var graph = RandomGraph.make(seed: seed, nodes: 4 + Int(seed) / 2, edges: 4 + 3 * Int(seed) / 4, hasFrames: seed % 2 == 1)
        (graph.isSideways, graph.isSlanted) = (seed % 3 == 1, seed % 5 == 2)
        for index in graph.edges.indices where index % 3 == 0 { graph.edges[index].isLevel = true }
        let placement = GraphLayout.placement(of: graph)
        for (index, box) in placement.nodes.enumerated() {
            for other in placement.nodes[..<index] { #expect(!Self.overlap(box, other), "seed \(seed): \(box) and \(other)") }
            #expect(box.x >= 0 && box.y >= 0 && box.maximumX <= placement.width && box.maximumY <= placement.height, "seed \(seed)")
            if let frame = graph.nodes[index].frame {
                let outer = placement.frames[frame]
                #expect(box.x > outer.x && box.y > outer.y && box.maximumX < outer.maximumX && box.maximumY < outer.maximumY, "seed \(seed)")
            }
        }
        for (index, edge) in graph.edges.enumerated() {
            let points = placement.edges[index].points
            #expect(points.count > 1, "seed \(seed)")
            for (from, to) in zip(points, points.dropFirst()) where from.x == to.x || from.y == to.y {
                for (node, box) in placement.nodes.enumerated() where node != edge.from && node != edge.to {
                    #expect(!Self.crosses(from, to, box), "seed \(seed): edge \(index) goes through \(node)")
                }
            }
            for (point, node) in [(points.first, edge.from), (points.last, edge.to)] {
                let box = placement.nodes[node]
                let isOnSide = point.map { point in
                    (point.y == box.y || point.y == box.maximumY) && point.x >= box.x && point.x <= box.maximumX
                        || (point.x == box.x || point.x == box.maximumX) && point.y >= box.y && point.y <= box.maximumY
                }
                #expect(isOnSide == true, "seed \(seed): edge \(index) does not end at \(node)")
            }
        }
        let lines = zip(graph.edges, placement.edges).filter { $0.0.isLevel }.compactMap { $0.1.points.count == 2 ? $0.1.points : nil }
        if seed > 10, !graph.isSlanted, !graph.isSideways { #expect(lines.contains { $0[0].y == $0[1].y }, "seed \(seed): nothing is level") }
    }

    /// The crossings inside of a row count as well: what stands above its right part doesn't cross what stands above its left one.
    @Test func partsOfARowAreOrderedWithTheirNeighbors() throws {
        var graph = Graph()
        for _ in 0..<4 { graph.nodes.append(Graph.Node(size: Graph.Size(width: 800, height: 320))) }
        graph.edges = [Graph.Edge(from: 0, to: 1), Graph.Edge(from: 2, to: 1), Graph.Edge(from: 3, to: 0)]
        graph.edges[0].isLevel = true
        let placement = GraphLayout.placement(of: graph)
        #expect(placement.nodes[0].y == placement.nodes[1].y && placement.nodes[0].maximumX < placement.nodes[1].x)
        #expect(placement.nodes[3].x < placement.nodes[2].x)
        #expect(placement.edges[0].points.first?.y == placement.edges[0].points.last?.y)
    }

    @Test(arguments: UInt64(0)..<20) func textsLieOnNoBox(_ seed: UInt64) {
        let graph = RandomGraph.make(seed: seed, nodes: 20, edges: 30, hasFrames: false)
        let placement = GraphLayout.placement(of: graph)
        var texts: [GraphPlacement.Box] = []
        for (edge, route) in zip(graph.edges, placement.edges) {
            #expect((route.label == nil) == edge.label.isEmpty)
            if let label = route.label { texts.append(Self.box(label, edge.label)) }
            if let label = route.toLabel { texts.append(Self.box(label, edge.toLabel)) }
        }
        for (index, text) in texts.enumerated() {
            for box in placement.nodes { #expect(!Self.overlap(text, box), "seed \(seed)") }
            for other in texts[..<index] { #expect(!Self.overlap(text, other), "seed \(seed)") }
        }
    }

    @Test(arguments: UInt64(0)..<20) func framesAreAroundWhatIsInThemAndNothingElse(_ seed: UInt64) {
        let graph = RandomGraph.make(seed: seed, nodes: 16, edges: 18, hasFrames: true)
        let placement = GraphLayout.placement(of: graph)
        func isIn(_ node: Int, _ frame: Int) -> Bool {
            var next = graph.nodes[node].frame
            while let current = next {
                if current == frame { return true }
                next = graph.frames[current].parent
            }
            return false
        }
        for (frame, outer) in placement.frames.enumerated() {
            for (node, box) in placement.nodes.enumerated() {
                if isIn(node, frame) {
                    #expect(box.x > outer.x && box.y > outer.y && box.maximumX < outer.maximumX && box.maximumY < outer.maximumY, "seed \(seed)")
                } else {
                    #expect(!Self.overlap(box, outer), "seed \(seed): \(node) is in frame \(frame)")
                }
            }
        }
        for (one, other) in [(0, 1), (0, 2), (1, 2), (0, 3), (2, 3)] {
            #expect(!Self.overlap(placement.frames[one], placement.frames[other]), "seed \(seed)")
        }
    }

    @Test func theSameGraphIsPlacedTheSame() {
        for seed in UInt64(0)..<5 {
            let graph = RandomGraph.make(seed: seed, nodes: 30, edges: 45, hasFrames: true)
            let (one, other) = (GraphLayout.placement(of: graph), GraphLayout.placement(of: graph))
            #expect(one.nodes == other.nodes && one.frames == other.frames)
            #expect(zip(one.edges, other.edges).allSatisfy { $0.points == $1.points })
        }
    }

    /// What nobody draws, but somebody may send: it takes no longer than a person waits.
    @Test(.timeLimit(.minutes(1)), arguments: ["random", "chain with long edges", "all to all", "parallel"]) func theLargestGraphsArePlaced(
        _ name: String
    ) {
        var graph = Graph()
        for _ in 0..<1_000 { graph.nodes.append(Graph.Node(size: Graph.Size(width: 800, height: 320))) }
        var random = SplitMix64(state: 1)
        for index in 0..<3_000 {
            let (from, to) =
                switch name {
                case "random": (Int(random.next() % 1_000), Int(random.next() % 1_000))
                case "chain with long edges": index < 999 ? (index, index + 1) : (index % 1_000, index * 37 % 1_000)
                case "all to all": (index % 55, 55 + index / 55)
                default: (0, 1)
                }
            graph.edges.append(Graph.Edge(from: from, to: to, label: Graph.Size(width: 80, height: 136)))
        }
        let placement = GraphLayout.placement(of: graph)
        for (edge, route) in zip(graph.edges, placement.edges) where edge.from != edge.to { #expect(route.points.count > 1) }
    }

    private static func chain(_ count: Int) -> Graph {
        var graph = Graph()
        for _ in 0..<count { graph.nodes.append(Graph.Node(size: Graph.Size(width: 800, height: 320))) }
        for index in 1..<count { graph.edges.append(Graph.Edge(from: index - 1, to: index)) }
        return graph
    }

    @Test func aChainIsStraight() {
        let placement = GraphLayout.placement(of: Self.chain(200))
        #expect(placement.nodes.allSatisfy { $0.x == 0 })
        #expect(placement.edges.allSatisfy { $0.points.count == 2 })
    }

    @Test func aTreeIsSymmetric() {
        var graph = Graph()
        for _ in 0..<7 { graph.nodes.append(Graph.Node(size: Graph.Size(width: 800, height: 320))) }
        for child in 1..<7 { graph.edges.append(Graph.Edge(from: (child - 1) / 2, to: child, weight: 8, join: (child - 1) / 2)) }
        let nodes = GraphLayout.placement(of: graph).nodes
        #expect(nodes[0].middleX * 2 == nodes[1].middleX + nodes[2].middleX)
        #expect(nodes[1].middleX * 2 == nodes[3].middleX + nodes[4].middleX)
        #expect(nodes[2].middleX * 2 == nodes[5].middleX + nodes[6].middleX)
        #expect(nodes[3].y == nodes[6].y)
    }

    /// K(3,3) has nine crossings in two layers, and no order has fewer.
    @Test func whatMustCrossIsCountedAndNothingElse() {
        var graph = Graph()
        for _ in 0..<6 { graph.nodes.append(Graph.Node(size: Graph.Size(width: 800, height: 320))) }
        for upper in 0..<3 { for lower in 3..<6 { graph.edges.append(Graph.Edge(from: upper, to: lower)) } }
        #expect(Self.crossings(graph) == 9)
        var ladder = Graph()
        for _ in 0..<8 { ladder.nodes.append(Graph.Node(size: Graph.Size(width: 800, height: 320))) }
        // Written crosswise.
        for (upper, lower) in [(0, 7), (1, 6), (2, 5), (3, 4)] { ladder.edges.append(Graph.Edge(from: upper, to: lower)) }
        for (upper, lower) in [(0, 6), (1, 5), (2, 4)] { ladder.edges.append(Graph.Edge(from: upper, to: lower)) }
        #expect(Self.crossings(ladder) == 0)
    }

    private static func crossings(_ graph: Graph) -> Int {
        let layered = LayeredGraph(graph, Layering(graph))
        let order = LayerOrder(layered, FrameTree(graph), frameCount: graph.frames.count)
        return CrossingReduction.reduce(order, starts: StartOrders.all(order)).crossings()
    }

    @Test func edgesOfACycleRunDownwardsButOne() {
        var graph = Graph()
        for _ in 0..<5 { graph.nodes.append(Graph.Node(size: Graph.Size(width: 800, height: 320))) }
        for node in 0..<5 { graph.edges.append(Graph.Edge(from: node, to: (node + 1) % 5)) }
        #expect(EdgeDirections(graph).isReversed == [false, false, false, false, true])
        // What comes first by its tier gives way last.
        graph.edges[4].tier = 0
        #expect(EdgeDirections(graph).isReversed.filter { $0 }.count == 1)
        #expect(!EdgeDirections(graph).isReversed[4])
    }

    @Test func ranksAreAsShortAsTheyCanBe() {
        typealias Arc = NetworkSimplex.Arc
        // The long way has three arcs: the node beside it stands next to what it is tied to most.
        let arcs = [
            Arc(tail: 0, head: 1, length: 1, weight: 1), Arc(tail: 1, head: 2, length: 1, weight: 1), Arc(tail: 2, head: 3, length: 1, weight: 1),
            Arc(tail: 0, head: 4, length: 1, weight: 1), Arc(tail: 4, head: 3, length: 1, weight: 5),
        ]
        #expect(NetworkSimplex.ranks(count: 5, arcs: arcs, pivots: 100) == [0, 1, 2, 3, 2])
    }
}
