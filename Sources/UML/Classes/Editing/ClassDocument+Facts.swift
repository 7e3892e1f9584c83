extension ClassDocument {
    /// What the words on the picture don't say: in which package something is, and how relations are drawn.
    var facts: [ElementFact] {
        diagram.classifiers.map(fact) + diagram.packages.indices.map(packageFact) + diagram.relationships.indices.map(relationshipFact)
            + diagram.notes.indices.map(noteFact)
            + diagram.associationClasses.map { one in
                ElementFact(id: identities.classifiers[one.classifier], words: ["stands on \(identities.relationships[one.relationship])"])
            }
    }

    private func container(_ package: Int?) -> ElementFact.Container? {
        package.map { ElementFact.Container(id: identities.packages[$0]) }
    }

    private func fact(_ classifier: Classifier) -> ElementFact {
        var words: [String] = []
        if classifier.isBusiness { words.append("of the business") }
        for feature in classifier.compartments.flatMap(\.features) {
            if feature.isStatic { words.append("static: \(feature.text)") }
            if feature.isAbstract { words.append("abstract: \(feature.text)") }
        }
        return ElementFact(id: identities.classifiers[classifier.id], container: container(classifier.package), words: words)
    }

    private func packageFact(_ number: Int) -> ElementFact {
        let package = diagram.packages[number]
        return ElementFact(
            id: identities.packages[number], container: container(package.parent),
            words: package.stereotypes + (package.shape == .package ? [] : [package.shape.rawValue]))
    }

    private func noteFact(_ number: Int) -> ElementFact {
        let note = diagram.notes[number]
        return ElementFact(
            id: identities.notes[number], container: container(note.package), words: note.classifiers.map { "about \(diagram.classifiers[$0].label)" }
        )
    }

    private func relationshipFact(_ number: Int) -> ElementFact {
        let relationship = diagram.relationships[number]
        var words = relationship.isDashed ? ["dashed line"] : []
        for end in [relationship.first, relationship.second] {
            guard let head = end.head.words else { continue }
            words.append("\(head) at \(diagram.classifiers[end.classifier].label)\(end.feature.map { "::\($0)" } ?? "")")
        }
        return ElementFact(id: identities.relationships[number], words: words)
    }
}

extension LineEnd {
    /// Nil for a mere line.
    fileprivate var words: String? {
        switch self {
        case .none: nil
        case .open: "arrow"
        case .triangle: "triangle"
        case .composition: "filled diamond"
        case .aggregation: "empty diamond"
        case .cross: "cross"
        case .nesting: "circle with a plus"
        case .socket: "socket"
        case .ball: "ball"
        case .zero: "zero"
        case .one: "one"
        case .many: "many"
        case .oneOrMany: "one or many"
        case .zeroOrMany: "zero or many"
        }
    }
}
