/// The picture of a class diagram.
struct ClassScene {
    typealias Metrics = ClassMetrics

    let diagram: ClassDiagram
    let identities: ClassIdentities
    let layout: ClassLayout
    private let title: TextLines
    private let surrounding: SurroundingTexts
    private let left: Double
    private let top: Double

    static func scene(of diagram: ClassDiagram, _ identities: ClassIdentities, _ layout: ClassLayout) -> Scene {
        ClassScene(diagram, identities, layout).drawn()
    }

    private init(_ diagram: ClassDiagram, _ identities: ClassIdentities, _ layout: ClassLayout) {
        self.diagram = diagram
        self.identities = identities
        self.layout = layout
        title = TextLines.marked(diagram.title?.text ?? "", Metrics.titleFont, maximumWidth: Metrics.widestTitle)
        surrounding = SurroundingTexts(diagram)
        let spare = max(max(title.width, surrounding.width) - Self.pixels(layout.placement.width), 0)
        left = Metrics.margin + (spare / 2).rounded()
        top = Metrics.margin + surrounding.heightAbove + (title.isEmpty ? 0 : title.height + 18)
    }

    var graph: ClassGraph { layout.graph }
    var placement: GraphPlacement { layout.placement }

    static func pixels(_ units: Int) -> Double { Double(units) / Double(Graph.unitsPerPixel) }

    func point(_ position: GraphPlacement.Position) -> Point { Point(Self.pixels(position.x) + left, Self.pixels(position.y) + top) }

    func rectangle(_ box: GraphPlacement.Box) -> Rectangle {
        Rectangle(
            x: (Self.pixels(box.x) + left).rounded() + 0.5, y: (Self.pixels(box.y) + top).rounded() + 0.5, width: Self.pixels(box.width).rounded(),
            height: Self.pixels(box.height).rounded())
    }

    private func drawn() -> Scene {
        let width = max(max(Self.pixels(placement.width), title.width), surrounding.width)
        let bottom = Self.pixels(placement.height) + top
        var scene = Scene(
            width: (width + 2 * Metrics.margin).rounded(.up) + 1, height: (bottom + surrounding.heightBelow + Metrics.margin).rounded(.up) + 1,
            title: diagram.title?.text ?? kindName, description: summary)
        if !title.isEmpty {
            var shapes: [Shape] = []
            shapes.append(text: title, Point(Metrics.margin + width / 2, Metrics.margin + surrounding.heightAbove), .middle, .ink)
            scene.elements.append(SceneElement(id: ":title", part: .title, label: diagram.title?.text, range: diagram.title?.range, shapes: shapes))
        }
        for package in diagram.packages.indices where diagram.packages[package].shape != .together { scene.elements.append(draw(package: package)) }
        scene.elements += surrounding.elements(width: width, bottom: bottom)
        var joins: [JoinedTip] = []
        for index in diagram.relationships.indices where isDrawn(index) {
            scene.elements.append(draw(relationship: index, &joins))
        }
        for package in diagram.packages.indices { if let element = draw(titleOf: package) { scene.elements.append(element) } }
        for index in diagram.notes.indices { scene.elements.append(draw(note: index)) }
        for classifier in diagram.classifiers { if let element = draw(classifier) { scene.elements.append(element) } }
        scene.origin = Point(left - Self.pixels(placement.origin.x), top - Self.pixels(placement.origin.y))
        tellPlaces(&scene)
        return scene
    }

    /// Unless it is hidden, or what it connects is.
    private func isDrawn(_ index: Int) -> Bool {
        let relationship = diagram.relationships[index]
        let isLoop = relationship.first.classifier == relationship.second.classifier && graph.node(relationship.first.classifier) != nil
        return !relationship.isHidden && (graph.relationshipEdges[index] != nil || isLoop)
    }

    private func draw(_ classifier: Classifier) -> SceneElement? {
        guard classifier.standsFor == nil, let node = graph.classifierNodes[classifier.id] else { return nil }
        return SceneElement(
            id: identities.classifiers[classifier.id], part: .classifier, label: "\(classifier.kind.rawValue) \(LabelMarkup.plain(classifier.label))",
            range: classifier.range, shapes: graph.boxes[classifier.id].shapes(in: rectangle(placement.nodes[node])))
    }

    private func draw(note index: Int) -> SceneElement {
        let note = diagram.notes[index]
        let box = rectangle(placement.nodes[graph.noteNodes[index]])
        let style = Style(fill: note.color.map { .fixed($0) } ?? .frameTab, stroke: note.color.map { .outline($0) } ?? .frameBorder)
        let corner = Metrics.noteCorner
        var shapes: [Shape] = []
        for edge in graph.noteEdges[index] {
            shapes.append(polyline: points(placement.edges[edge]), Style(stroke: .guide, dash: Style.Dash(length: 4, gap: 3)))
        }
        shapes.append(
            polygon: [
                Point(box.x, box.y), Point(box.maximumX - corner, box.y), Point(box.maximumX, box.y + corner), Point(box.maximumX, box.maximumY),
                Point(box.x, box.maximumY),
            ], style)
        shapes.append(
            polyline: [Point(box.maximumX - corner, box.y), Point(box.maximumX - corner, box.y + corner), Point(box.maximumX, box.y + corner)],
            Style(stroke: style.stroke))
        let ink = note.color.map { Paint.fixed($0.readableInk) } ?? .frameInk
        shapes.append(text: graph.noteTexts[index], Point(box.x + Metrics.paddingX, box.y - 0.5 + Metrics.paddingY), .start, ink)
        return SceneElement(
            id: identities.notes[index], part: .note, label: "note \(graph.noteTexts[index].joined)", range: note.range, shapes: shapes)
    }

    private func draw(package index: Int) -> SceneElement {
        let package = diagram.packages[index]
        let box = rectangle(placement.frames[index])
        var shapes: [Shape] = []
        let style = style(of: package, fill: .none)
        let tab = tabHeight(index)
        if tab > 0 {
            let (right, top) = (box.x + tabWidth(index), box.y + tab)
            shapes.append(
                polygon: [
                    Point(box.x, box.y), Point(right, box.y), Point(right, top), Point(box.maximumX, top), Point(box.maximumX, box.maximumY),
                    Point(box.x, box.maximumY),
                ], style)
        } else {
            shapes.append(.rectangle(box, cornerRadius: 3, style))
        }
        return SceneElement(
            id: identities.packages[index], part: .package, label: "\(package.shape.rawValue) \(package.label)", range: package.range, shapes: shapes)
    }

    @inline(never) private func style(of package: Package, fill: Paint) -> Style {
        guard let color = package.color else { return Style(fill: fill, stroke: .frameBorder) }
        return Style(fill: .fixed(color), stroke: .outline(color))
    }

    /// How far the tab of a package stands out above it; 0 for what has none.
    @inline(never) func tabHeight(_ index: Int) -> Double {
        let title = ClassGraph.packageTitle(diagram.packages[index])
        return diagram.packages[index].shape.hasTab && !title.isEmpty ? title.height + 6 : 0
    }

    /// Of the tab or the pentagon in which its name stands.
    @inline(never) func tabWidth(_ index: Int) -> Double { (ClassGraph.packageTitle(diagram.packages[index]).width + 16).rounded() }

    /// The tab of a package (UML 2.5.1, 12.2.4), the pentagon of a frame (UML 2.5.1, annex A), or but the name of another one; above the lines
    /// that lead into it.
    private func draw(titleOf index: Int) -> SceneElement? {
        let package = diagram.packages[index]
        let title = ClassGraph.packageTitle(package)
        guard !title.isEmpty else { return nil }
        let box = rectangle(placement.frames[index])
        let ink = package.color.map { Paint.fixed($0.readableInk) } ?? .frameInk
        let (right, bottom) = (box.x + tabWidth(index), box.y + title.height + 6)
        var shapes: [Shape] = []
        if package.shape.hasTab || package.shape == .frame {
            let cut = package.shape == .frame ? 6.0 : 0
            shapes.append(
                polygon: [
                    Point(box.x, box.y), Point(right, box.y), Point(right, bottom - cut), Point(right - cut, bottom), Point(box.x, bottom),
                ], style(of: package, fill: .frameTab))
        }
        shapes.append(text: title, Point(box.x + 8, box.y + 3), .start, ink)
        return SceneElement(id: identities.packages[index], part: .package, label: nil, range: package.range, shapes: shapes)
    }

    func points(_ route: GraphPlacement.Route) -> [Point] {
        route.points.map {
            let point = point($0)
            return Point(point.x.rounded() + 0.5, point.y.rounded() + 0.5)
        }
    }

    private var kindName: String { diagram.content == .classes ? "Class diagram" : "Use case diagram" }

    private var summary: String { "\(kindName) with \(diagram.classifiers.count) elements and \(diagram.relationships.count) relations." }
}
