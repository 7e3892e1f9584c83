/// Edits of classifiers and packages as a whole, and of their names.
struct ClassifierEditor: DraftEditor {
    let draft: ClassDraft

    // MARK: New ones

    func add(_ kind: ClassifierKind, _ name: String, to packageID: String) throws(EditError) -> Edit {
        guard document.identities.classifier(IdentityTable.escaped(name)) == nil else { throw .nameInUse }
        let package = try package(packageID)
        let number = draft.add(name, kind, in: package)
        try draft.append([draft.diagram.classifiers[number].written()], to: package)
        return try draft.checked()
    }

    /// An empty one.
    func add(_ shape: Package.Shape, _ name: String, to packageID: String) throws(EditError) -> Edit {
        let package = try package(packageID)
        try draft.append(["\(shape.rawValue) \(try ClassifierName(name).written) {", "}"], to: package)
        draft.diagram.packages.append(Package(named: name, shape, in: package))
        return try draft.checked()
    }

    /// Writes a classifier once more, right behind itself, under a name of its own.
    func duplicate(_ classifier: Int) throws(EditError) -> Edit {
        let element = document.diagram.classifiers[classifier]
        guard element.standsFor == nil, let head = element.head, let declaration = element.declarations.first else { throw .changesMore }
        let lines = try draft.wholeLines(declaration)
        let name = freeName(element.name)
        let written = try ClassifierName(name)
        let isMarked = source.withMarks(head.name) != head.name
        let text =
            source[SourceRange(lines.start, head.name.start)] + (isMarked ? name : written.written)
            + source[SourceRange(head.name.end, declaration.end)]
        draft.insert(source.lineBreak + text, at: declaration.end)
        var copy = element
        (copy.id, copy.name) = (draft.diagram.classifiers.count, name)
        if element.labelRange == nil { copy.label = LabelNotation.label(name) }
        for one in element.compartments.indices {
            copy.compartments[one].features.removeAll { feature in !declaration.contains(feature.range) }
        }
        draft.diagram.classifiers.append(copy)
        for relationship in document.diagram.relationships where relationship.clause.map({ declaration.contains($0) }) ?? false {
            var relationship = relationship
            relationship.second.classifier = copy.id
            draft.diagram.relationships.append(relationship)
        }
        return try draft.checked()
    }

    /// With a number behind it.
    private func freeName(_ name: String) -> String {
        let gap = name.utf8.contains(.space) ? " " : ""
        var number = 2
        while document.identities.classifier(IdentityTable.escaped("\(name)\(gap)\(number)")) != nil { number += 1 }
        return "\(name)\(gap)\(number)"
    }

    // MARK: Names

    func rename(_ classifier: Int, to words: String) throws(EditError) -> Edit {
        let element = document.diagram.classifiers[classifier]
        guard element.standsFor == nil else { throw .noSuchElement }
        if words.isSpelled(like: element.label) { return .nothing }
        draft.diagram.classifiers[classifier].label = words
        // A label of its own is changed, and the name that relations use stays.
        if let label = element.labelRange {
            draft.replace(label, LabelNotation.written(words))
            return try draft.checked()
        }
        guard document.identities.classifier(IdentityTable.escaped(words)) == nil else { throw .nameInUse }
        try replace(element.references, try ClassifierName(words))
        draft.diagram.classifiers[classifier].name = words
        return try draft.checked()
    }

    private func replace(_ references: [SourceRange], _ name: ClassifierName) throws(EditError) {
        for range in references { draft.replace(range, source.withMarks(range) == range ? name.written : name.name) }
    }

    func rename(package: Int, to words: String) throws(EditError) -> Edit {
        let element = document.diagram.packages[package]
        if words.isSpelled(like: element.label) { return .nothing }
        draft.diagram.packages[package].label = words
        if let label = element.labelRange {
            draft.replace(label, LabelNotation.written(words))
            return try draft.checked()
        }
        let name = try ClassifierName(words)
        if element.head.name.length > 0 {
            try replace([element.head.name], name)
        } else {
            draft.insert(" \(name.written)", at: element.head.end)
        }
        draft.diagram.packages[package].name = words
        // As an end of relations.
        for (number, classifier) in document.diagram.classifiers.enumerated() where classifier.standsFor == .package(package) {
            try replace(classifier.references, name)
            draft.diagram.classifiers[number].name = words
            draft.diagram.classifiers[number].label = words
        }
        return try draft.checked()
    }

    // MARK: Kinds

    func change(_ classifier: Int, to kind: ClassifierKind) throws(EditError) -> Edit {
        let element = document.diagram.classifiers[classifier]
        guard element.standsFor == nil else { throw .noSuchElement }
        if element.kind == kind { return .nothing }
        draft.diagram.classifiers[classifier].kind = kind
        if let word = element.head?.kind {
            draft.replace(word, kind.rawValue)
        } else if element.head == nil {
            try draft.append([draft.diagram.classifiers[classifier].written()], to: element.package)
        } else {
            throw .changesMore
        }
        return try draft.checked()
    }

    func change(package: Int, to shape: Package.Shape) throws(EditError) -> Edit {
        guard let word = document.diagram.packages[package].head.kind else { throw .changesMore }
        draft.replace(word, shape.rawValue)
        draft.diagram.packages[package].shape = shape
        return try draft.checked()
    }
}

extension Package {
    /// One that is new.
    init(named name: String, _ shape: Shape, in parent: Int?) {
        let range = SourceRange(0, 0)
        self.init(name: name, label: LabelNotation.label(name), shape: shape, parent: parent, range: range, head: ElementHead(name: range, end: 0))
    }
}
