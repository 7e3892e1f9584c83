/// Some of the elements of a class diagram, in an order.
struct ElementNumbers {
    var classifiers: [Int]
    var packages: [Int]
    var relationships: [Int]
    var notes: [Int]

    init(allOf diagram: ClassDiagram) {
        classifiers = Array(diagram.classifiers.indices)
        packages = Array(diagram.packages.indices)
        relationships = Array(diagram.relationships.indices)
        notes = Array(diagram.notes.indices)
    }
}

extension ClassDiagram {
    /// The diagram with but these elements, in their order. What refers to others is to be left out as well.
    func keeping(_ kept: ElementNumbers) -> ClassDiagram {
        let (classifierNumbers, packageNumbers) = (Self.inverse(kept.classifiers, classifiers.count), Self.inverse(kept.packages, packages.count))
        let (relationshipNumbers, noteNumbers) = (Self.inverse(kept.relationships, relationships.count), Self.inverse(kept.notes, notes.count))
        var result = self
        result.classifiers = kept.classifiers.enumerated().map { number, old in
            var classifier = classifiers[old]
            classifier.id = number
            classifier.package = classifier.package.flatMap { packageNumbers[$0] }
            switch classifier.standsFor {
            case .note(let note): classifier.standsFor = noteNumbers[note].map { .note($0) }
            case .package(let package): classifier.standsFor = packageNumbers[package].map { .package($0) }
            case nil: break
            }
            return classifier
        }
        result.packages = kept.packages.map { old in
            var package = packages[old]
            package.parent = package.parent.flatMap { packageNumbers[$0] }
            return package
        }
        result.relationships = kept.relationships.map { old in
            var relationship = relationships[old]
            relationship.first.classifier = classifierNumbers[relationship.first.classifier] ?? 0
            relationship.second.classifier = classifierNumbers[relationship.second.classifier] ?? 0
            return relationship
        }
        result.notes = kept.notes.map { old in
            var note = notes[old]
            note.classifiers = note.classifiers.compactMap { classifierNumbers[$0] }
            note.package = note.package.flatMap { packageNumbers[$0] }
            return note
        }
        result.associationClasses = associationClasses.compactMap { one in
            guard let relationship = relationshipNumbers[one.relationship], let classifier = classifierNumbers[one.classifier] else { return nil }
            return AssociationClass(relationship: relationship, classifier: classifier, range: one.range)
        }
        return result
    }

    private static func inverse(_ numbers: [Int], _ count: Int) -> [Int?] {
        var inverse: [Int?] = Array(repeating: nil, count: count)
        for (new, old) in numbers.enumerated() { inverse[old] = new }
        return inverse
    }
}
