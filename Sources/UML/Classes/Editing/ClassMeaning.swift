/// What a class diagram says, without where and how it is written: two texts mean the same if these are the same.
struct ClassMeaning {
    private var numbers = NameIndex()
    /// Of each element, as bytes: comparing strings would bring Unicode's tables into the browser.
    private var words: [[UInt8]] = []

    init(_ diagram: ClassDiagram, _ ids: ClassIdentities) {
        // What stands for a package is there only as long as a relation leads to it.
        for classifier in diagram.classifiers where classifier.standingPackage == nil {
            add(ids.classifiers[classifier.id], Self.words(classifier, ids))
        }
        for (index, package) in diagram.packages.enumerated() { add(ids.packages[index], Self.words(package, ids)) }
        for (index, relationship) in diagram.relationships.enumerated() { add(ids.relationships[index], Self.words(relationship, diagram, ids)) }
        for (index, note) in diagram.notes.enumerated() { add(ids.notes[index], Self.words(note, ids)) }
        var rest = MeaningWords()
        for text in diagram.surroundingTexts { rest.add(text.text) }
        rest.add(diagram.title?.text)
        for one in diagram.associationClasses {
            rest.add(ids.relationships[one.relationship])
            rest.add(ids.classifiers[one.classifier])
        }
        add(":diagram", rest)
    }

    private mutating func add(_ id: String, _ meaning: MeaningWords) {
        numbers.insert(Array(id.utf8), words.count)
        words.append(Array(id.utf8) + meaning.bytes)
    }

    func holds(_ id: String) -> Bool { numbers.find(Array(id.utf8)) != nil }

    func isSame(as other: ClassMeaning) -> Bool {
        guard words.count == other.words.count else { return false }
        for meaning in words {
            guard let number = other.numbers.find(Array(meaning.prefix { $0 != 0 })), other.words[number] == meaning else { return false }
        }
        return true
    }

    // MARK: Elements

    private static func words(_ classifier: Classifier, _ ids: ClassIdentities) -> MeaningWords {
        var words = MeaningWords()
        words.add(classifier.kind.rawValue)
        words.add(classifier.label)
        words.add(classifier.typeParameters)
        words.add(classifier.package.map { ids.packages[$0] })
        words.add(classifier.isBusiness)
        words.add(classifier.stereotypes)
        words.add(classifier.tags)
        words.add(classifier.color)
        if case .note(let note) = classifier.standsFor { words.add(ids.notes[note]) }
        for (index, compartment) in classifier.compartments.enumerated() where !compartment.isBlank || index > 0 {
            words.add(compartment.title)
            for feature in compartment.features { words.add(feature) }
        }
        return words
    }

    private static func words(_ package: Package, _ ids: ClassIdentities) -> MeaningWords {
        var words = MeaningWords()
        words.add(package.label)
        words.add(package.shape.rawValue)
        words.add(package.parent.map { ids.packages[$0] })
        words.add(package.stereotypes)
        words.add(package.color)
        return words
    }

    private static func words(_ relationship: Relationship, _ diagram: ClassDiagram, _ ids: ClassIdentities) -> MeaningWords {
        var words = MeaningWords()
        for end in [relationship.first, relationship.second] {
            let package = diagram.classifiers[end.classifier].standingPackage
            words.add(package.map { ids.packages[$0] } ?? ids.classifiers[end.classifier])
            words.add(end.text)
            words.add(end.feature)
            words.add(end.head.spellings.left.string)
        }
        words.add(relationship.isDashed)
        words.add(relationship.isHidden)
        words.add(relationship.isLevel)
        words.add(relationship.label)
        words.add(relationship.length)
        words.add(relationship.direction?.letter)
        words.add(relationship.color)
        return words
    }

    private static func words(_ note: Note, _ ids: ClassIdentities) -> MeaningWords {
        var words = MeaningWords()
        words.add(note.text)
        words.add(note.package.map { ids.packages[$0] })
        for classifier in note.classifiers { words.add(ids.classifiers[classifier]) }
        words.add(note.color)
        return words
    }
}

extension Classifier {
    /// The package that its name stands for.
    fileprivate var standingPackage: Int? { if case .package(let package) = standsFor { package } else { nil } }
}

extension Side {
    fileprivate var letter: String {
        switch self {
        case .left: "l"
        case .right: "r"
        case .up: "u"
        case .down: "d"
        }
    }
}

extension Compartment {
    /// Whether nothing is in it, and nothing stands above it.
    fileprivate var isBlank: Bool { title == nil && features.isEmpty }
}
