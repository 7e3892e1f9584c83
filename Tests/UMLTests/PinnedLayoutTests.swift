import Testing

@testable import UML

/// What somebody has put somewhere stands there, and the rest around it.
struct PinnedLayoutTests {
    /// A graph that was drawn before, with some nodes put elsewhere since.
    private static func graph(seed: UInt64, pins: Int) -> (graph: Graph, before: GraphPlacement) {
        var random = SplitMix64(state: seed &+ 77)
        func below(_ limit: Int) -> Int { Int(random.next() % UInt64(limit)) }
        var graph = RandomGraph.make(seed: seed, nodes: 6 + Int(seed) / 2, edges: 6 + Int(seed) / 2, hasFrames: seed % 3 == 1)
        (graph.isSideways, graph.isSlanted) = (seed % 5 == 1, seed % 7 == 2)
        let before = GraphLayout.placement(of: graph)
        for (node, box) in before.nodes.enumerated() { graph.nodes[node].place = Graph.Place(box: box) }
        for edge in graph.edges.indices { graph.edges[edge].path = before.edges[edge].points }
        for _ in 0..<pins {
            let node = below(graph.nodes.count)
            var box = before.nodes[node]
            (box.x, box.y) = (below(before.width + 8_000) - 4_000, below(before.height + 8_000) - 4_000)
            graph.nodes[node].place = Graph.Place(box: box, isPinned: true)
        }
        return (graph, before)
    }

    private static func isPinned(_ graph: Graph, _ node: Int) -> Bool { graph.nodes[node].place?.isPinned ?? false }

    @Test(arguments: UInt64(0)..<120) func pinsAreExactAndWhatTheyWouldOverlapGivesWay(_ seed: UInt64) {
        let (graph, _) = Self.graph(seed: seed, pins: 1 + Int(seed) % 3)
        let placement = GraphLayout.placement(of: graph)
        for (node, box) in placement.nodes.enumerated() where Self.isPinned(graph, node) {
            #expect(box.x + placement.origin.x == graph.nodes[node].place?.box.x, "seed \(seed)")
            #expect(box.y + placement.origin.y == graph.nodes[node].place?.box.y, "seed \(seed)")
        }
        for (one, box) in placement.nodes.enumerated() {
            for other in 0..<one where !Self.isPinned(graph, one) || !Self.isPinned(graph, other) {
                let isApart = !box.grown(by: -1).overlaps(placement.nodes[other].grown(by: -1))
                #expect(isApart, "seed \(seed): \(one) and \(other)")
            }
            #expect(box.x >= 0 && box.y >= 0 && box.maximumX <= placement.width && box.maximumY <= placement.height, "seed \(seed)")
        }
    }

    @Test(arguments: UInt64(0)..<120) func edgesAreLedAroundWhatIsPinned(_ seed: UInt64) {
        let (graph, _) = Self.graph(seed: seed, pins: 1 + Int(seed) % 3)
        let placement = GraphLayout.placement(of: graph)
        for (index, edge) in graph.edges.enumerated() {
            let route = placement.edges[index]
            #expect(route.points.count > 1, "seed \(seed)")
            for (node, box) in placement.nodes.enumerated() where node != edge.from && node != edge.to {
                let inner = box.grown(by: -2)
                let touchesEnd = [edge.from, edge.to].contains { placement.nodes[$0].grown(by: 130).overlaps(box) }
                #expect(
                    touchesEnd || !route.crosses(inner),
                    "seed \(seed): edge \(index) goes through \(node)"
                )
            }
            for (point, node) in [(route.points.first, edge.from), (route.points.last, edge.to)] {
                let box = placement.nodes[node]
                let isOnBorder = point.map { [box.x, box.maximumX].contains($0.x) || [box.y, box.maximumY].contains($0.y) } ?? false
                #expect(isOnBorder, "seed \(seed): edge \(index) does not end at \(node)")
            }
        }
    }

    @Test func whatIsNotInTheWayStaysWhereItIs() {
        for seed in UInt64(0)..<40 {
            var (graph, before) = Self.graph(seed: seed, pins: 0)
            // Far away from all.
            graph.nodes[0].place = Graph.Place(box: GraphPlacement.Box(x: before.width + 4_000, y: 0), isPinned: true)
            let again = GraphLayout.placement(of: graph)
            for node in graph.nodes.indices.dropFirst() {
                let (old, new) = (before.nodes[node], again.nodes[node])
                #expect(
                    abs(new.x + again.origin.x - old.x) <= 240 && abs(new.y + again.origin.y - old.y) <= 240,
                    "seed \(seed): \(node) moved by \(new.x + again.origin.x - old.x), \(new.y + again.origin.y - old.y)")
            }
        }
    }

    @Test func whatGaveWayGoesBackWhenThePinGoes() throws {
        let source = "class A\nclass B\nclass C\nA --> B\nA --> C\n"
        let first = Document.parse(source, kind: .classes).scene()
        var places = ElementPlaces()
        for (id, place) in zip(first.places.ids, first.places.places) where id != "B" { places.add(id, place) }
        let target = try #require(first.places["C"])
        places.add("B", ElementPlaces.Place(x: target.x + 10, y: target.y + 5, isPinned: true))
        let second = Document.parse(source, kind: .classes).scene(places)
        #expect(second.places["B"]?.isPinned == true)
        #expect(second.places["C"] == first.places["C"])
        #expect(second.displaced["C"] != nil)
    }

    /// With some elements of a text moved by 500 pixels to the right.
    private static func moved(_ names: [String], in source: String) -> (before: Scene, after: Scene) {
        let before = Document.parse(source, kind: .classes).scene()
        var places = ElementPlaces()
        for (id, var place) in zip(before.places.ids, before.places.places) {
            if names.contains(id) { (place.x, place.isPinned) = (place.x + 500, true) }
            places.add(id, place)
        }
        return (before, Document.parse(source, kind: .classes).scene(places))
    }

    @Test(arguments: ["package P {\nclass A\n}\nclass B\nP --> B\n", "package P {\nclass A\npackage Q {\n}\n}\nclass B\nA --> B\n"])
    func whatIsInAPackageGoesAlongWithIt(_ source: String) throws {
        func width(_ scene: Scene) -> Double {
            for element in scene.elements where element.id == ":package P" {
                for case .path(let segments, _) in element.shapes {
                    var xs: [Double] = []
                    for case .line(let point) in segments { xs.append(point.x) }
                    return (xs.max() ?? 0) - (xs.min() ?? 0)
                }
            }
            return 0
        }
        let (before, after) = Self.moved(["A"], in: source)
        #expect(width(after) > 80 && width(after) < width(before) + 60, "\(width(before)), \(width(after))")
    }

    @Test func twoPinsLeaveNothingBetweenThemThatOverlaps() throws {
        let source = "class A\nclass B\nclass C\n"
        let first = Document.parse(source, kind: .classes).scene()
        let middle = try #require(first.places["C"])
        var places = ElementPlaces()
        places.add("C", middle)
        places.add("A", ElementPlaces.Place(x: middle.x, y: middle.y - 30, isPinned: true))
        places.add("B", ElementPlaces.Place(x: middle.x, y: middle.y + 30, isPinned: true))
        let scene = Document.parse(source, kind: .classes).scene(places)
        let moved = try #require(scene.displaced["C"])
        #expect(abs(moved.x - middle.x) >= 80 || abs(moved.y - middle.y) >= 60)
    }

    /// Whatever a stranger sends: numbers at the limits, places of other texts, paths that lead nowhere.
    @Test func anyPlacesGiveAPicture() throws {
        let seed = UInt64.random(in: 0..<1 << 40)
        var random = SplitMix64(state: seed)
        func below(_ limit: Int) -> Int { Int(random.next() % UInt64(limit)) }
        func length() -> Double { [0, 1, -1, 1_000_000, -1_000_000, Double(below(1_000)), Double(below(2_000) - 1_000)][below(7)] }
        let sources = GalleryTests.names.filter { $0.hasSuffix(".puml") }
        for round in 0..<200 {
            let name = sources[below(sources.count)]
            let first = try GalleryTests.document(name).scene()
            var places = ElementPlaces()
            for (id, var place) in zip(first.places.ids, first.places.places) {
                if below(3) == 0 { (place.x, place.y, place.width, place.height) = (length(), length(), abs(length()), abs(length())) }
                if below(3) == 0 { place.path = place.path.map { below(2) == 0 ? length() : $0 } }
                place.isPinned = below(5) == 0
                places.add(id, place)
            }
            let lines = try GalleryTests.document(name).source.bytes.split(separator: 10, omittingEmptySubsequences: false)
            let text = SourceText(bytes: Array(lines.filter { _ in below(7) > 0 }.joined(separator: [10])))
            let scene = Document.parse(text, kind: name.hasPrefix("usecase") ? .useCases : .classes).scene(places)
            #expect(scene.width.isFinite && scene.height.isFinite && !SVGWriter.write(scene).isEmpty, "seed \(seed), round \(round), \(name)")
        }
    }
}
