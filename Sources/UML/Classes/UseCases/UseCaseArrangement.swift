/// How a use case diagram is arranged: actors on both sides, use cases in columns between them, those that are included to the right of those that
/// include them.
struct UseCaseArrangement {
    private let diagram: ClassDiagram
    /// Of each classifier: whether it is an actor that stands behind the use cases.
    private var isLast: [Bool]
    /// Of each classifier: how many generalizations lead to it.
    private var specialCounts: [Int]
    /// Of each classifier: whether a text stands where a line meets it.
    private var hasEndTexts: [Bool]
    /// Of each package: whether there is something in it that is no actor.
    private var hasOthers: [Bool]

    init?(_ diagram: ClassDiagram) {
        guard diagram.content == .useCases else { return nil }
        self.diagram = diagram
        hasOthers = Array(repeating: false, count: diagram.packages.count)
        for classifier in diagram.classifiers where classifier.kind != .actor {
            if let package = classifier.package { hasOthers[package] = true }
        }
        specialCounts = Array(repeating: 0, count: diagram.classifiers.count)
        for relationship in diagram.relationships { if let (general, _) = relationship.generalization { specialCounts[general.classifier] += 1 } }
        hasEndTexts = Array(repeating: false, count: diagram.classifiers.count)
        for relationship in diagram.relationships {
            for end in [relationship.first, relationship.second] where end.text != nil { hasEndTexts[end.classifier] = true }
        }
        isLast = Array(repeating: false, count: diagram.classifiers.count)
        var begins = isLast
        for relationship in diagram.relationships where isActor(relationship.first) != isActor(relationship.second) {
            let actor = isActor(relationship.first) ? relationship.first.classifier : relationship.second.classifier
            if !Self.isTowardsActor(relationship, isActorFirst: isActor(relationship.first)) { begins[actor] = true }
            isLast[actor] = !begins[actor]
        }
    }

    /// Whether an actor is what a relation leads to rather than who begins: then it is on the far side.
    private static func isTowardsActor(_ relationship: Relationship, isActorFirst: Bool) -> Bool {
        if let direction = relationship.direction { return (direction == .right || direction == .down) != isActorFirst }
        let (own, other) = isActorFirst ? (relationship.first.head, relationship.second.head) : (relationship.second.head, relationship.first.head)
        return own == .open || other != .open && !isActorFirst
    }

    private func isActor(_ end: Relationship.End) -> Bool { isActor(end.classifier) }

    func isActor(_ classifier: Int) -> Bool { diagram.classifiers[classifier].kind == .actor && diagram.classifiers[classifier].standsFor == nil }

    /// What is more special stands below what is more general, if the columns follow each other to the right.
    func isLevel(_ relationship: Relationship) -> Bool {
        guard diagram.isSideways else { return relationship.isLevel }
        guard let (general, special) = relationship.generalization,
            diagram.classifiers[general.classifier].kind == diagram.classifiers[special.classifier].kind
        else { return false }
        // Several use cases that specialize one come from the next column.
        return isActor(relationship.first) || specialCounts[general.classifier] == 1
    }

    /// Whether the second end stands before the first one; nil if it's as in all diagrams.
    func isTurned(_ relationship: Relationship) -> Bool? {
        let (first, second) = (relationship.first, relationship.second)
        if isActor(first) != isActor(second) { return isActor(first) ? isLast[first.classifier] : !isLast[second.classifier] }
        guard relationship.dependency != nil else { return nil }
        // What includes stands before what is included, and what is extended before what extends it.
        return (first.head == .open) != LabelNotation.says("extend", relationship.label)
    }

    /// Outside of the use cases, unless a frame holds both.
    func layer(of classifier: Classifier) -> Graph.Node.LayerWish? {
        guard classifier.kind == .actor, classifier.package.map({ !hasOthers[$0] }) ?? true else { return nil }
        return isLast[classifier.id] ? .last : .first
    }

    /// Lines meet an actor beside the middle of its figure, and a use case where it is widest.
    func meetingPoint(of classifier: Classifier, _ size: Graph.Size) -> Int? {
        // Texts need places of their own.
        guard diagram.isSideways, !hasEndTexts[classifier.id] else { return nil }
        return switch classifier.kind {
        case .actor: Int(StickFigure.height / 2) * Graph.unitsPerPixel
        // Several triangles need places of their own.
        case .useCase: specialCounts[classifier.id] > 1 ? nil : size.height / 2
        default: nil
        }
    }
}
