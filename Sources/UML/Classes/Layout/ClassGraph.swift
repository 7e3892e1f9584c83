/// A class diagram as boxes and connections, for the layout.
struct ClassGraph {
    typealias Metrics = ClassMetrics

    private(set) var graph = Graph()
    /// The node of each classifier, or of the package that its name stands for; nil for names of notes.
    private(set) var classifierNodes: [Int?]
    private(set) var noteNodes: [Int] = []
    /// The edge of each relation; nil for one that leads from a classifier to itself.
    private(set) var relationshipEdges: [Int?] = []
    /// Of each note, those to what it is about.
    private(set) var noteEdges: [[Int]] = []
    let boxes: [ClassifierBox]
    let noteTexts: [TextLines]
    let labels: [RelationshipLabels]

    private let diagram: ClassDiagram

    init(_ diagram: ClassDiagram) {
        self.diagram = diagram
        boxes = diagram.classifiers.map { ClassifierBox($0) }
        noteTexts = diagram.notes.map { TextLines.plain($0.text, Metrics.noteFont, maximumWidth: Metrics.widestNote) }
        labels = diagram.relationships.map { RelationshipLabels($0) }
        classifierNodes = Array(repeating: nil, count: diagram.classifiers.count)
        addFrames()
        for classifier in diagram.classifiers where classifier.standsFor == nil {
            classifierNodes[classifier.id] = graph.nodes.count
            graph.nodes.append(Graph.Node(size: Self.size(boxes[classifier.id].width, boxes[classifier.id].height), frame: classifier.package))
        }
        for (index, note) in diagram.notes.enumerated() {
            noteNodes.append(graph.nodes.count)
            graph.nodes.append(
                Graph.Node(
                    size: Self.size(noteTexts[index].width + 2 * Metrics.paddingX, noteTexts[index].height + 2 * Metrics.paddingY),
                    frame: note.package))
        }
        addPackageEnds()
        fillEmptyFrames()
        for index in diagram.relationships.indices { addEdge(index) }
        for (index, note) in diagram.notes.enumerated() {
            noteEdges.append([])
            for classifier in note.classifiers { addNoteEdge(classifier, index) }
        }
    }

    /// In the layout's units, and even, so that halves are whole.
    static func size(_ width: Double, _ height: Double) -> Graph.Size {
        func units(_ pixels: Double) -> Int { Int((pixels / 2).rounded(.up)) * 2 * Graph.unitsPerPixel }
        return Graph.Size(width: units(width), height: units(height))
    }

    static func packageTitle(_ package: Package) -> TextLines {
        var text = package.label
        for stereotype in package.stereotypes
        where !Package.Shape.allCases.contains(where: { LabelNotation.lowercased(stereotype).isSpelled(like: $0.rawValue) }) {
            text += " «\(stereotype)»"
        }
        return TextLines.plain(text, Metrics.packageFont, maximumWidth: Metrics.widestLabel)
    }

    private mutating func addFrames() {
        for package in diagram.packages {
            let title = Self.packageTitle(package)
            graph.frames.append(Graph.Frame(parent: package.parent, title: Self.size(title.width, title.isEmpty ? 0 : title.height + 6)))
        }
    }

    /// A frame is around something always.
    private mutating func fillEmptyFrames() {
        var isEmpty = Array(repeating: true, count: graph.frames.count)
        for node in graph.nodes { if let frame = node.frame { isEmpty[frame] = false } }
        for frame in graph.frames { if let parent = frame.parent { isEmpty[parent] = false } }
        for frame in isEmpty.indices where isEmpty[frame] { graph.nodes.append(Graph.Node(size: Self.size(60, 20), frame: frame)) }
    }

    /// The node at which relations of a classifier end, or of what its name stands for.
    func node(_ classifier: Int) -> Int? {
        if case .note(let note) = diagram.classifiers[classifier].standsFor { return noteNodes[note] }
        return classifierNodes[classifier]
    }

    /// A point inside of a package, to which its relations lead; they are cut off where they meet its frame.
    private mutating func addPackageEnds() {
        for classifier in diagram.classifiers {
            guard case .package(let package) = classifier.standsFor else { continue }
            classifierNodes[classifier.id] = graph.nodes.count
            graph.nodes.append(Graph.Node(size: Self.size(40, 16), frame: package))
        }
    }

    private mutating func addEdge(_ index: Int) {
        let relationship = diagram.relationships[index]
        relationshipEdges.append(nil)
        guard let first = node(relationship.first.classifier), let second = node(relationship.second.classifier) else { return }
        guard first != second else {
            let margin = Int(Metrics.loopWidth + labels[index].widest + 8) * Graph.unitsPerPixel
            graph.nodes[first].rightMargin = max(graph.nodes[first].rightMargin, margin)
            return
        }
        var edge = Graph.Edge(from: first, to: second)
        let isTurned = Self.isTurned(relationship)
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
        (edge.weight, edge.tier) = Self.weight(relationship)
        if relationship.isGeneralization, edge.label.isEmpty, edge.fromLabel.isEmpty, edge.toLabel.isEmpty, relationship.color == nil,
            from.head == .triangle
        {
            edge.join = edge.from * 2 + (relationship.isDashed ? 1 : 0)
        }
        relationshipEdges[index] = graph.edges.count
        graph.edges.append(edge)
    }

    /// Whether the second end stands above the first one: what is more general, and what is the whole, is above.
    private static func isTurned(_ relationship: Relationship) -> Bool {
        switch relationship.direction {
        case .up: return true
        case .down: return false
        default: break
        }
        if relationship.isGeneralization { return relationship.second.head == .triangle }
        return isWhole(relationship.second.head) && !isWhole(relationship.first.head)
    }

    private static func isWhole(_ head: LineEnd) -> Bool { head == .composition || head == .aggregation || head == .nesting }

    private static func weight(_ relationship: Relationship) -> (weight: Int, tier: Int) {
        if relationship.direction == .up || relationship.direction == .down { return (4, 0) }
        if relationship.isGeneralization { return (8, 1) }
        return isWhole(relationship.first.head) || isWhole(relationship.second.head) ? (3, 2) : (2, 3)
    }

    private mutating func addNoteEdge(_ classifier: Int, _ note: Int) {
        guard let node = classifierNodes[classifier] else { return }
        var edge = Graph.Edge(from: node, to: noteNodes[note])
        edge.weight = 1
        noteEdges[note].append(graph.edges.count)
        graph.edges.append(edge)
    }
}
