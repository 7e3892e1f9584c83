import Testing

@testable import UML

/// Packages that somebody has put somewhere, and made as large as they like.
struct PackagePlaceTests {
    private static let place = ElementPlaces.Place(x: 300, y: 100, width: 400, height: 240, isPinned: true)

    private static func places(_ others: [(String, ElementPlaces.Place)] = []) -> ElementPlaces {
        var places = ElementPlaces()
        places.add(":package P", place)
        for (id, place) in others { places.add(id, place) }
        return places
    }

    /// Of an element on the picture, in the plane of places.
    private static func box(_ scene: Scene, _ id: String) -> Rectangle? {
        for element in scene.elements where element.id == id {
            for case .rectangle(let box, _, _) in element.shapes {
                return Rectangle(x: box.x - scene.origin.x - 0.5, y: box.y - scene.origin.y - 0.5, width: box.width, height: box.height)
            }
        }
        return nil
    }

    private static func scene(_ source: String, _ places: ElementPlaces) -> Scene { Document.parse(source, kind: .classes).scene(places) }

    @Test(arguments: ["rectangle P {\n}\n", "rectangle P {\nclass A\n}\n", "class B\nrectangle P {\nclass A\nclass C\nA --> C\n}\nA --> B\n"])
    func aPackageIsAsLargeAsSomebodyHasMadeIt(_ source: String) throws {
        let scene = Self.scene(source, Self.places())
        #expect(Self.box(scene, ":package P") == Rectangle(x: 300, y: 100, width: 400, height: 240))
        #expect(scene.places[":package P"] == Self.place)
        for id in ["A", "C"] {
            guard let inner = Self.box(scene, id) else { continue }
            #expect(inner.x >= 314 && inner.y >= 114 && inner.maximumX <= 686 && inner.maximumY <= 326, "\(id) stands at \(inner)")
        }
        if let other = Self.box(scene, "B") { #expect(other.maximumX < 300 || other.x > 700 || other.maximumY < 100 || other.y > 340) }
    }

    @Test func whatReachesBeyondMakesItLarger() throws {
        let inside = ElementPlaces.Place(x: 800, y: 200, width: 80, height: 36, isPinned: true)
        let scene = Self.scene("rectangle P {\nclass A\n}\n", Self.places([("A", inside)]))
        let box = try #require(Self.box(scene, ":package P"))
        #expect(box.x == 300 && box.y == 100 && box.maximumX == 894 && box.height == 240)
        #expect(scene.places[":package P"] == Self.place, "when it is gone, the package is what it was")
    }

    /// The second time, what doesn't depend on pins is taken from the first.
    @Test func anEmptyPackageIsMovedAndMadeLarger() throws {
        let document = ClassDocument(SourceText("rectangle P {\n}\nclass A\n"))
        var layout: ClassLayout?
        _ = document.scene(Self.places(), &layout)
        var moved = ElementPlaces()
        moved.add(":package P", ElementPlaces.Place(x: 40, y: 60, width: 500, height: 300, isPinned: true))
        #expect(Self.box(document.scene(moved, &layout), ":package P") == Rectangle(x: 40, y: 60, width: 500, height: 300))
    }

    @Test(arguments: [
        "package P {\n}\nclass A\n", "rectangle \"A very long name of a package that is empty\" as P {\n}\nclass A\nclass B\nA --> B\n",
    ])
    func anEmptyOneStaysWhereItIs(_ source: String) throws {
        var scene = Self.scene(source, ElementPlaces())
        let id = try #require(scene.places.ids.first { $0.hasPrefix(":package") })
        let first = scene.places[id]
        for _ in 0..<3 { scene = Self.scene(source, scene.places) }
        #expect(scene.places[id] == first)
    }

    @Test func aBoxThatBecomesWiderGrowsToBothSides() throws {
        var places = ElementPlaces()
        places.add("A", ElementPlaces.Place(x: 100, y: 100, width: 80, height: 36, isPinned: true))
        let scene = Self.scene("class A {\n  a member that is rather long : String\n}\n", places)
        let box = try #require(Self.box(scene, "A"))
        #expect(box.width > 200 && abs(box.middleX - 140) <= 1 && box.y == 100)
        #expect(scene.places["A"]?.x == box.x)
    }

    /// A generalization comes to the middle of its class, beside an association that has ended there.
    @Test func joinedLinesLieOnNoOthers() throws {
        let source = "class Person\nclass Member\nclass Librarian\nclass Loan\nPerson <|-- Member\nPerson <|-- Librarian\nMember -- Loan\n"
        func put(_ x: Double, _ y: Double) -> ElementPlaces.Place { ElementPlaces.Place(x: x, y: y, width: 80, height: 36, isPinned: true) }
        var places = ElementPlaces()
        for (id, place) in [("Person", put(100, 0)), ("Member", put(220, 190)), ("Librarian", put(20, 190)), ("Loan", put(500, 60))] {
            places.add(id, place)
        }
        let document = ClassDocument(SourceText(source))
        let placement = ClassLayout(document.diagram, document.identities, places).placement
        let ends = [placement.edges[0].points.last, placement.edges[2].points.first]
        let (one, other) = (try #require(ends[0]), try #require(ends[1]))
        #expect(one.x != other.x || one.y != other.y)
    }
}
