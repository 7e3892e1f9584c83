import Testing

@testable import UML

/// What was drawn before stays where it was.
struct RememberedLayoutTests {
    private static func remembering(_ graph: Graph, _ placement: GraphPlacement) -> Graph {
        var graph = graph
        for (node, var box) in placement.nodes.enumerated() {
            box.move(placement.origin.x, placement.origin.y)
            graph.nodes[node].place = Graph.Place(box: box)
        }
        for edge in placement.edges.indices {
            graph.edges[edge].path = placement.edges[edge].points.map { point in
                var point = point
                point.move(placement.origin.x, placement.origin.y)
                return point
            }
        }
        return graph
    }

    private static func boxes(_ placement: GraphPlacement) -> [GraphPlacement.Box] {
        placement.nodes.map { box in
            var box = box
            box.move(placement.origin.x, placement.origin.y)
            return box
        }
    }

    /// One more node, with two connections to others.
    private static func adding(to graph: Graph, seed: UInt64) -> Graph {
        var random = SplitMix64(state: seed &+ 1000)
        let count = UInt64(graph.nodes.count)
        var graph = graph
        let new = graph.nodes.count
        graph.nodes.append(Graph.Node(size: Graph.Size(width: 960, height: 480)))
        graph.edges.append(Graph.Edge(from: Int(random.next() % count), to: new))
        graph.edges.append(Graph.Edge(from: new, to: Int(random.next() % count)))
        return graph
    }

    @Test(arguments: UInt64(0)..<40) func whatIsDrawnAgainStandsAsItStood(_ seed: UInt64) {
        var graph = RandomGraph.make(seed: seed, nodes: 4 + Int(seed), edges: 4 + Int(seed), hasFrames: seed % 2 == 1)
        (graph.isSideways, graph.isSlanted) = (seed % 3 == 1, seed % 5 == 2)
        let first = GraphLayout.placement(of: graph)
        let again = GraphLayout.placement(of: Self.remembering(graph, first))
        let moved = zip(Self.boxes(first), Self.boxes(again)).filter { abs($0.x - $1.x) > 160 || abs($0.y - $1.y) > 160 }
        #expect(moved.count * 10 <= graph.nodes.count, "seed \(seed): \(moved.count) of \(graph.nodes.count)")
    }

    /// K. Misue, P. Eades, W. Lai, K. Sugiyama: “Layout Adjustment and the Mental Map”, 1995: the orthogonal order of what was there is kept.
    @Test func oneMoreMovesTheOthersSeldom() {
        var (flips, pairs, moved, count) = (0, 0, 0, 0)
        for seed in UInt64(100)..<130 {
            let graph = RandomGraph.make(seed: seed, nodes: 50, edges: 75, hasFrames: false)
            let first = GraphLayout.placement(of: graph)
            let before = Self.boxes(first)
            let after = Self.boxes(GraphLayout.placement(of: Self.adding(to: Self.remembering(graph, first), seed: seed)))
            for one in before.indices {
                moved += abs(before[one].x - after[one].x) > 160 || abs(before[one].y - after[one].y) > 160 ? 1 : 0
                count += 1
                for other in before[..<one].indices {
                    flips += Self.flips(before[one].middleX - before[other].middleX, after[one].middleX - after[other].middleX)
                    flips += Self.flips(before[one].y - before[other].y, after[one].y - after[other].y)
                    pairs += 2
                }
            }
        }
        #expect(flips * 50 <= pairs, "\(flips) of \(pairs) pairs stand the other way round")
        #expect(moved * 4 <= count, "\(moved) of \(count) have moved by more than 20 pixels")
    }

    private static func flips(_ before: Int, _ after: Int) -> Int { before < 0 && after > 0 || before > 0 && after < 0 ? 1 : 0 }

    @Test(arguments: UInt64(0)..<60) func whatGrowsStaysApart(_ seed: UInt64) {
        var graph = RandomGraph.make(seed: seed, nodes: 5 + Int(seed) / 2, edges: 2 + Int(seed) / 2, hasFrames: seed % 2 == 1)
        for index in graph.edges.indices where index % 4 == 0 && seed % 3 == 0 { graph.edges[index].isLevel = true }
        graph.isSideways = seed % 5 == 1
        for step in UInt64(0)..<6 {
            let placement = GraphLayout.placement(of: graph)
            for (index, box) in placement.nodes.enumerated() {
                for other in placement.nodes[..<index] { #expect(!Self.overlap(box, other), "seed \(seed), step \(step)") }
            }
            graph = Self.remembering(graph, placement)
            graph = step % 3 == 2 ? Self.removingLast(graph) : Self.adding(to: graph, seed: seed + step)
        }
    }

    private static func removingLast(_ graph: Graph) -> Graph {
        var graph = graph
        graph.edges.removeLast()
        return graph
    }

    private static func overlap(_ one: GraphPlacement.Box, _ other: GraphPlacement.Box) -> Bool {
        one.x < other.maximumX && other.x < one.maximumX && one.y < other.maximumY && other.y < one.maximumY
    }

    // MARK: By the text

    private static func scene(_ source: String, _ places: ElementPlaces = ElementPlaces()) -> Scene {
        Document.parse(source, kind: .classes).scene(places)
    }

    @Test func aClassThatIsAddedMovesNoOther() throws {
        let before = Self.scene("class A\nclass B\nclass C\nA <|-- B\nA <|-- C\n")
        let after = Self.scene("class A\nclass B\nclass C\nclass D\nA <|-- B\nA <|-- C\nA <|-- D\n", before.places)
        for name in ["A", "B", "C"] { #expect(before.places[name] == after.places[name], "\(name)") }
        #expect(try #require(after.places["D"]).x > #require(after.places["C"]).x)
    }

    @Test func whatIsNoLongerConnectedStaysWhereItWas() {
        let before = Self.scene("class A\nclass B\nclass C\nA --> B\nA --> C\n")
        let after = Self.scene("class A\nclass B\nclass C\nA --> B\n", before.places)
        for name in ["A", "B", "C"] { #expect(before.places[name] == after.places[name], "\(name)") }
    }

    @Test func aRowStaysWhereItIs() {
        let relations = (1...3).map { "A \"0..*\" -- \"1\" C\($0)\n" }.joined()
        var scene = Self.scene("A -> B\n" + relations)
        for _ in 0..<4 {
            let next = Self.scene("A -> B\n" + relations, scene.places)
            #expect(next.places["A"] == scene.places["A"])
            scene = next
        }
    }

    @Test func placesSurviveTheirFormat() {
        let scene = Self.scene("class A\nclass B\nA --> B\nB --> C\nA --> C\n")
        #expect(String(decoding: PlacesJSON.write(scene.places), as: UTF8.self).hasPrefix(#"{"A":{"x":"#))
        let fields = zip(scene.places.ids, scene.places.places).map { id, place in
            ([id] + [place.x, place.y, place.width, place.height].map { "\(Int($0 * 8))" }
                + [place.isPinned ? "1" : "0", place.path.map { "\(Int($0 * 8))" }.joined(separator: " ")])
                .joined(separator: "\0")
        }
        let read = ElementPlaces(Array(fields.joined(separator: "\0").utf8))
        #expect(read.ids == scene.places.ids)
        #expect(read.places == scene.places.places)
    }

    @Test(arguments: [
        "", "A", "A\u{0}1\u{0}x\u{0}1\u{0}1\u{0}0\u{0}", "A\u{0}9999999999\u{0}1\u{0}1\u{0}1\u{0}0\u{0}", "A\u{0}1\u{0}1\u{0}-1\u{0}1\u{0}0\u{0}",
    ])
    func whatIsNoPlaceIsLeftOut(_ fields: String) {
        #expect(ElementPlaces(Array(fields.utf8)).isEmpty)
    }
}
