import Testing

@testable import UML

/// Relations that somebody has led another way.
struct BentRouteTests {
    private static let source = "class A\nclass B\nclass C\nclass D\nA --> B : one\nA --> C\nB --> D\nC --> D\n"

    private static func scene(_ source: String, _ places: ElementPlaces) -> Scene {
        var layout: ClassLayout?
        return ClassDocument(SourceText(source)).scene(places, &layout)
    }

    private static func led(_ scene: Scene, _ id: String, _ bends: [Double]) -> ElementPlaces {
        var places = ElementPlaces()
        let path = scene.places[id]?.path ?? []
        places.add(id, ElementPlaces.Place(x: 0, y: 0, isPinned: true, path: Array(path.prefix(2)) + bends + Array(path.suffix(2))))
        for (number, place) in scene.places.places.enumerated() { places.add(scene.places.ids[number], place) }
        return places
    }

    /// The points of a relation's line, in the plane of the layout.
    private static func points(_ scene: Scene, _ id: String) -> [[Double]] {
        guard let element = scene.elements.first(where: { $0.id == id && $0.part == .relationship }),
            case .path(let segments, _)? = element.shapes.first
        else { return [] }
        return segments.compactMap { segment in
            switch segment {
            case .move(let point), .line(let point): [(point.x - scene.origin.x).rounded(.down), (point.y - scene.origin.y).rounded(.down)]
            default: nil
            }
        }
    }

    private static func boxes(_ scene: Scene) -> [String: ElementPlaces.Place] {
        var boxes: [String: ElementPlaces.Place] = [:]
        for (number, place) in scene.places.places.enumerated() where place.path.isEmpty { boxes[scene.places.ids[number]] = place }
        return boxes
    }

    @Test(arguments: ["A/B", "A/C", "B/D"]) func aLineRunsWhereItIsLedAndNothingElseMoves(_ id: String) {
        let first = Self.scene(Self.source, ElementPlaces())
        let led = Self.scene(Self.source, Self.led(first, id, [-200, 40, -200, 60]))
        let points = Self.points(led, id)
        #expect(points.contains([-200, 40]) && points.contains([-200, 60]), "\(points)")
        #expect(zip(points, points.dropFirst()).allSatisfy { $0[0] == $1[0] || $0[1] == $1[1] }, "right angles: \(points)")
        #expect(Self.boxes(led) == Self.boxes(first))
        #expect(led.places[id]?.isPinned == true && led.places[id]?.path == Self.led(first, id, [-200, 40, -200, 60])[id]?.path)
        let again = Self.scene(Self.source, led.places)
        #expect(SVGWriter.write(again) == SVGWriter.write(led))
    }

    @Test func whatIsLedBackwardsRunsTheSameWay() {
        let first = Self.scene(Self.source, ElementPlaces())
        let led = Self.led(first, "A/B", [160, 10, -200, 10, -200, 130])
        var turned = ElementPlaces()
        var path: [Double] = []
        for index in stride(from: (led["A/B"]?.path.count ?? 0) - 2, through: 0, by: -2) { path += led["A/B"]?.path[index..<(index + 2)] ?? [] }
        turned.add("A/B", ElementPlaces.Place(x: 0, y: 0, isPinned: true, path: path))
        for (number, place) in led.places.enumerated() { turned.add(led.ids[number], place) }
        let points = Self.points(Self.scene(Self.source, turned), "A/B")
        #expect(points == Self.points(Self.scene(Self.source, led), "A/B") && points.count > 4)
    }

    @Test func aBoxThatIsMovedOverTheTurnsHidesThem() {
        let first = Self.scene(Self.source, ElementPlaces())
        var places = ElementPlaces()
        places.add("B", ElementPlaces.Place(x: -240, y: 20, width: 80, height: 60, isPinned: true))
        let led = Self.led(first, "A/B", [-200, 40, -200, 60])
        for (number, place) in led.places.enumerated() { places.add(led.ids[number], place) }
        let points = Self.points(Self.scene(Self.source, places), "A/B")
        #expect(points.count >= 2 && !points.contains([-200, 40]))
    }

    @Test func slantedLinesTurnWhereTheyAreLed() {
        let source = "actor A\nusecase U\nA --> U\n"
        var layout: ClassLayout?
        let document = ClassDocument(SourceText(source), .useCases)
        let first = document.scene(ElementPlaces(), &layout)
        let points = Self.points(document.scene(Self.led(first, "A/U", [90, 160]), &layout), "A/U")
        #expect(points.count == 3 && points[1] == [90, 160], "\(points)")
    }

    /// What the layout keeps of an earlier drawing doesn't hold an earlier way.
    @Test func aDragShowsEachWay() {
        let document = ClassDocument(SourceText(Self.source))
        var layout: ClassLayout?
        let first = document.scene(ElementPlaces(), &layout)
        for x in stride(from: -100.0, to: -200.0, by: -20) {
            let places = Self.led(first, "A/B", [x, 40, x, 60])
            var none: ClassLayout?
            #expect(SVGWriter.write(document.scene(places, &layout)) == SVGWriter.write(document.scene(places, &none)))
        }
    }
}
