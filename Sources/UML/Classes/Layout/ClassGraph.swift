/// A class diagram as boxes and connections, for the layout. A class, because to copy what it holds is a lot of code.
final class ClassGraph {
    typealias Metrics = ClassMetrics

    private(set) var graph = Graph()
    /// What stands for each package in which nothing stands; nil for others.
    private(set) var emptyFrameNodes: [Int?] = []
    /// The node of each classifier, or of the package that its name stands for; nil for names of notes.
    private(set) var classifierNodes: [Int?]
    private(set) var noteNodes: [Int] = []
    /// The edge of each relation; nil for one that leads from a classifier to itself.
    private(set) var relationshipEdges: [Int?] = []
    /// Of a relation with an association class, the edge from the point where its line begins to the relation's lower end.
    private(set) var lowerHalves: [Int?] = []
    /// Of each association class; nil for one of a relation that has no line.
    private(set) var associationEdges: [Int?] = []
    /// Of each note, those to what it is about.
    private(set) var noteEdges: [[Int]] = []
    let boxes: [ClassifierBox]
    let noteTexts: [TextLines]
    let labels: [RelationshipLabels]

    private let diagram: ClassDiagram
    private let useCases: UseCaseArrangement?

    /// - Parameter places: Of classifiers and notes, by their ids.
    init(_ diagram: ClassDiagram, _ identities: ClassIdentities, _ places: ElementPlaces) {
        self.diagram = diagram
        useCases = UseCaseArrangement(diagram)
        boxes = Self.boxes(diagram)
        noteTexts = diagram.notes.map { TextLines.marked($0.text, Metrics.noteFont, maximumWidth: Metrics.widestNote) }
        labels = diagram.relationships.map { RelationshipLabels($0) }
        graph.isSideways = diagram.isSideways
        graph.isSlanted = useCases != nil
        classifierNodes = Array(repeating: nil, count: diagram.classifiers.count)
        addFrames()
        for classifier in diagram.classifiers where classifier.standsFor == nil && !classifier.isRemoved {
            classifierNodes[classifier.id] = graph.nodes.count
            var node = Graph.Node(size: Self.size(boxes[classifier.id].width, boxes[classifier.id].height), frame: classifier.package)
            node.layer = useCases?.layer(of: classifier)
            node.meetingPoint = useCases?.meetingPoint(of: classifier, node.size)
            graph.nodes.append(node)
        }
        for (index, note) in diagram.notes.enumerated() {
            noteNodes.append(graph.nodes.count)
            let size = Self.size(noteTexts[index].width + 2 * Metrics.paddingX, noteTexts[index].height + 2 * Metrics.paddingY)
            graph.nodes.append(Graph.Node(size: size, frame: frame(of: note)))
        }
        addPackageEnds()
        fillEmptyFrames()
        findEmptyFrames()
        placeNodes(identities, places)
        var associationClasses: [Int?] = Array(repeating: nil, count: diagram.relationships.count)
        for one in diagram.associationClasses { associationClasses[one.relationship] = one.classifier }
        for index in diagram.relationships.indices { addEdge(index, associationClasses[index], places[identities.relationships[index]]) }
        for one in diagram.associationClasses { addEdge(of: one) }
        bend(identities, places)
        for (index, note) in diagram.notes.enumerated() {
            noteEdges.append([])
            for classifier in note.classifiers { addNoteEdge(classifier, index) }
        }
    }

    /// Actors are of one width, and so are use cases: then lines that lead to one of them don't touch another one.
    private static func boxes(_ diagram: ClassDiagram) -> [ClassifierBox] {
        var boxes = diagram.classifiers.map { ClassifierBox($0) }
        guard diagram.content == .useCases else { return boxes }
        for kind in [ClassifierKind.actor, .useCase] {
            func isMeant(_ classifier: Classifier) -> Bool { classifier.kind == kind && classifier.standsFor == nil }
            let widest = boxes.map { isMeant($0.classifier) ? $0.width : 0 }.max() ?? 0
            for index in boxes.indices where isMeant(boxes[index].classifier) { boxes[index].width = widest }
        }
        return boxes
    }

    /// In the layout's units, and even, so that halves are whole.
    static func size(_ width: Double, _ height: Double) -> Graph.Size {
        func units(_ pixels: Double) -> Int { Int((pixels / 2).rounded(.up)) * 2 * Graph.unitsPerPixel }
        return Graph.Size(width: units(width), height: units(height))
    }

    /// Takes other places, of which only those differ that somebody has chosen.
    func place(_ identities: ClassIdentities, _ places: ElementPlaces) {
        placeNodes(identities, places)
        bend(identities, places)
    }

    /// Where classifiers, notes and packages stood, or were put. A package in which nothing stands has a place as a class has, until something does.
    private func placeNodes(_ identities: ClassIdentities, _ places: ElementPlaces) {
        for classifier in diagram.classifiers where classifier.standsFor == nil {
            guard let node = classifierNodes[classifier.id] else { continue }
            graph.nodes[node].place = Self.place(places[identities.classifiers[classifier.id]], graph.nodes[node].size)
        }
        for (note, node) in noteNodes.enumerated() {
            graph.nodes[node].place = Self.place(places[identities.notes[note]], graph.nodes[node].size)
        }
        for frame in graph.frames.indices {
            let least = graph.frames[frame].around(GraphPlacement.Box(width: Self.leastInside.width, height: Self.leastInside.height))
            var place = Self.place(places[identities.packages[frame]], Graph.Size(width: least.width, height: least.height))
            graph.frames[frame].pin = place?.isPinned == true ? place?.box : nil
            guard let node = emptyFrameNodes[frame] else { continue }
            if let box = place?.box {
                place?.box = graph.frames[frame].inside(box)
                // What nobody has put there stands at the left of its room, however wide its title makes that.
                if graph.frames[frame].pin == nil { place?.box.width = Self.leastInside.width }
            }
            graph.nodes[node].place = place
        }
    }

    /// Where somebody has led relations; one with an association class runs as it has to.
    private func bend(_ identities: ClassIdentities, _ places: ElementPlaces) {
        for (index, edge) in relationshipEdges.enumerated() {
            guard let edge, lowerHalves[index] == nil else { continue }
            let place = places[identities.relationships[index]]
            let path = place?.isPinned == true ? Self.path(place) : []
            graph.edges[edge].ledPath = path.count > 2 ? path : []
        }
    }

    private static func units(_ pixels: Double) -> Int { Int((pixels * Double(Graph.unitsPerPixel)).rounded()) }

    private static func path(_ place: ElementPlaces.Place?) -> [GraphPlacement.Position] {
        guard let path = place?.path else { return [] }
        return stride(from: 0, to: path.count - 1, by: 2).map { GraphPlacement.Position(x: units(path[$0]), y: units(path[$0 + 1])) }
    }

    private static func place(_ place: ElementPlaces.Place?, _ size: Graph.Size) -> Graph.Place? {
        place.map {
            Graph.Place(
                box: GraphPlacement.Box(
                    x: units($0.x), y: units($0.y), width: $0.width > 0 ? units($0.width) : size.width,
                    height: $0.height > 0 ? units($0.height) : size.height),
                isPinned: $0.isPinned)
        }
    }

    @inline(never) static func packageTitle(_ package: Package) -> TextLines {
        var text = package.label
        for stereotype in package.stereotypes
        where !Package.Shape.allCases.contains(where: { LabelNotation.lowercased(stereotype).isSpelled(like: $0.rawValue) }) {
            text += " «\(stereotype)»"
        }
        return TextLines.marked(text, Metrics.packageFont, maximumWidth: Metrics.widestLabel)
    }

    private func addFrames() {
        for package in diagram.packages {
            let title = Self.packageTitle(package)
            graph.frames.append(Graph.Frame(parent: package.parent, title: Self.size(title.width, title.isEmpty ? 0 : title.height + 6)))
        }
    }

    /// The room in a package in which nothing stands.
    private static let leastInside = size(60, 20)

    /// A frame is around something always.
    private func fillEmptyFrames() {
        var isEmpty = Array(repeating: true, count: graph.frames.count)
        for node in graph.nodes { if let frame = node.frame { isEmpty[frame] = false } }
        for frame in graph.frames { if let parent = frame.parent { isEmpty[parent] = false } }
        for frame in isEmpty.indices where isEmpty[frame] { graph.nodes.append(Graph.Node(size: Self.leastInside, frame: frame, isAttached: true)) }
    }

    private func findEmptyFrames() {
        emptyFrameNodes = Array(repeating: nil, count: graph.frames.count)
        var isEmpty = Array(repeating: true, count: graph.frames.count)
        for frame in graph.frames { if let parent = frame.parent { isEmpty[parent] = false } }
        for node in graph.nodes where !node.isAttached { if let frame = node.frame { isEmpty[frame] = false } }
        for (node, item) in graph.nodes.enumerated() {
            guard let frame = item.frame, isEmpty[frame], emptyFrameNodes[frame] == nil else { continue }
            emptyFrameNodes[frame] = node
        }
    }

    /// The node at which relations of a classifier end, or of what its name stands for.
    func node(_ classifier: Int) -> Int? {
        if case .note(let note) = diagram.classifiers[classifier].standsFor { return noteNodes[note] }
        return classifierNodes[classifier]
    }

    /// A point inside of a package, to which its relations lead; they are cut off where they meet its frame.
    private func addPackageEnds() {
        for classifier in diagram.classifiers {
            guard case .package(let package) = classifier.standsFor else { continue }
            classifierNodes[classifier.id] = graph.nodes.count
            graph.nodes.append(Graph.Node(size: Self.size(40, 16), frame: package, isAttached: true))
        }
    }

    private func addEdge(_ index: Int, _ associationClass: Int?, _ place: ElementPlaces.Place?) {
        let relationship = diagram.relationships[index]
        relationshipEdges.append(nil)
        lowerHalves.append(nil)
        guard let first = node(relationship.first.classifier), let second = node(relationship.second.classifier) else { return }
        guard first != second else {
            let room = graph.isSideways ? Metrics.loopHeight + labels[index].height : Metrics.loopWidth + labels[index].widest
            graph.nodes[first].rightMargin = max(graph.nodes[first].rightMargin, Int(room + 8) * Graph.unitsPerPixel)
            return
        }
        var edge = edge(index, first, second)
        edge.path = Self.path(place)
        // Of what somebody has led, that it is there is remembered: nothing else is to move for it.
        if place?.isPinned == true, let from = graph.nodes[edge.from].place, let to = graph.nodes[edge.to].place {
            edge.path = [from.box.middle, to.box.middle]
        }
        relationshipEdges[index] = graph.edges.count
        graph.edges.append(edge)
        if let associationClass { split(index, associationClass, place) }
    }

    private func edge(_ index: Int, _ first: Int, _ second: Int) -> Graph.Edge {
        let relationship = diagram.relationships[index]
        var edge = Graph.Edge(from: first, to: second)
        let isTurned = isTurned(relationship)
        if isTurned { (edge.from, edge.to) = (second, first) }
        let (from, to) = isTurned ? (relationship.second, relationship.first) : (relationship.first, relationship.second)
        let texts = labels[index]
        edge.fromSymbol = Int(RelationshipSymbol(head: from.head).length) * Graph.unitsPerPixel
        edge.toSymbol = Int(RelationshipSymbol(head: to.head).length) * Graph.unitsPerPixel
        edge.label = Self.size(texts.middle.width, texts.middle.height)
        let (fromText, toText) = isTurned ? (texts.second, texts.first) : (texts.first, texts.second)
        edge.fromLabel = Self.size(fromText.width, fromText.height)
        edge.toLabel = Self.size(toText.width, toText.height)
        edge.minimumLength = relationship.length
        edge.isLevel = isLevel(relationship)
        (edge.weight, edge.tier) = weight(relationship)
        if relationship.isGeneralization, edge.isLevel == (useCases != nil), edge.label.isEmpty, edge.fromLabel.isEmpty, edge.toLabel.isEmpty,
            relationship.color == nil,
            from.head == .triangle
        {
            edge.join = edge.from * 2 + (relationship.isDashed ? 1 : 0)
        }
        return edge
    }

    // MARK: Directions

    /// Where the layers go, and where they come from.
    private var onward: Side { graph.isSideways ? .right : .down }
    private var backward: Side { graph.isSideways ? .left : .up }

    private func isLevel(_ relationship: Relationship) -> Bool {
        if let direction = relationship.direction { return direction != onward && direction != backward }
        return useCases?.isLevel(relationship) ?? relationship.isLevel
    }

    /// Whether the second end stands before the first one, as the layers go: what is more general, and what is the whole, is first.
    private func isTurned(_ relationship: Relationship) -> Bool {
        if let direction = relationship.direction { return direction == .up || direction == .left }
        if let isTurned = useCases?.isTurned(relationship) { return isTurned }
        if relationship.isLevel, !relationship.isGeneralization || useCases == nil { return false }
        if relationship.isGeneralization { return relationship.second.head == .triangle }
        return Self.isWhole(relationship.second.head) && !Self.isWhole(relationship.first.head)
    }

    /// What stands beside an element stands in its package.
    private func frame(of note: Note) -> Int? {
        guard note.side != nil, note.classifiers.count == 1, diagram.classifiers[note.classifiers[0]].standsFor == nil else { return note.package }
        return diagram.classifiers[note.classifiers[0]].package
    }

    private static func isWhole(_ head: LineEnd) -> Bool { head == .composition || head == .aggregation || head == .nesting }

    private func weight(_ relationship: Relationship) -> (weight: Int, tier: Int) {
        if relationship.direction != nil { return (4, 0) }
        if relationship.isGeneralization { return (8, 1) }
        return Self.isWhole(relationship.first.head) || Self.isWhole(relationship.second.head) ? (3, 2) : (2, 3)
    }

    // MARK: Association classes

    /// Puts a point into a relation's line from which another one can begin.
    private func split(_ index: Int, _ associationClass: Int, _ place: ElementPlaces.Place?) {
        guard let upper = relationshipEdges[index] else { return }
        let point = graph.nodes.count
        let (from, to) = (graph.edges[upper].from, graph.edges[upper].to)
        var node = Graph.Node(size: Graph.Size(width: GraphSpacing.point, height: GraphSpacing.point), frame: commonFrame(from, to))
        node.meetingPoint = GraphSpacing.point / 2
        node.isAttached = true
        node.place = Self.place(place, node.size)
        // Where the association class is, it can stand beside the line.
        let frame = diagram.classifiers[associationClass].package
        if frame != nil, frame == graph.nodes[from].frame || frame == graph.nodes[to].frame { node.frame = frame }
        graph.nodes.append(node)
        var lower = graph.edges[upper]
        (lower.from, lower.label, lower.fromLabel, lower.fromSymbol) = (point, Graph.Size(), Graph.Size(), 0)
        (lower.join, lower.isLevel) = (nil, false)
        graph.edges[upper].to = point
        (graph.edges[upper].toLabel, graph.edges[upper].toSymbol) = (Graph.Size(), 0)
        (graph.edges[upper].join, graph.edges[upper].isLevel, graph.edges[upper].minimumLength) = (nil, false, 1)
        lowerHalves[index] = graph.edges.count
        graph.edges.append(lower)
    }

    private func commonFrame(_ one: Int, _ other: Int) -> Int? {
        var outer = graph.nodes[one].frame
        while let frame = outer {
            var inner = graph.nodes[other].frame
            while let next = inner, next != frame { inner = graph.frames[next].parent }
            if inner != nil { return frame }
            outer = graph.frames[frame].parent
        }
        return nil
    }

    private func addEdge(of association: AssociationClass) {
        associationEdges.append(nil)
        guard let node = node(association.classifier) else { return }
        // The relation of a classifier with itself has no line that could be parted.
        let point = lowerHalves[association.relationship].map { graph.edges[$0].from }
        let relationship = diagram.relationships[association.relationship]
        guard let from = point ?? self.node(relationship.first.classifier), from != node, node != self.node(relationship.first.classifier),
            node != self.node(relationship.second.classifier)
        else { return }
        var edge = Graph.Edge(from: from, to: node)
        edge.isLevel = true
        edge.weight = 3
        associationEdges[associationEdges.count - 1] = graph.edges.count
        graph.edges.append(edge)
    }

    // MARK: Notes

    private func addNoteEdge(_ classifier: Int, _ note: Int) {
        guard let node = classifierNodes[classifier] else { return }
        var edge = Graph.Edge(from: node, to: noteNodes[note])
        if let side = diagram.notes[note].side {
            if side == .left || side == .up { (edge.from, edge.to) = (edge.to, edge.from) }
            edge.isLevel = side != onward && side != backward || useCases?.isActor(classifier) ?? false
        }
        edge.weight = 1
        noteEdges[note].append(graph.edges.count)
        graph.edges.append(edge)
    }
}
