/// Takes elements out, with all that hangs on them: of a classifier its relations and notes, of a package all that is in it, of a note its relations.
struct ElementRemover: DraftEditor {
    let draft: ClassDraft
    private var gone: Gone

    /// Of each element, whether it goes.
    private struct Gone {
        var classifiers: [Bool]
        var packages: [Bool]
        var relationships: [Bool]
        var notes: [Bool]
    }

    init(_ document: ClassDocument) {
        draft = ClassDraft(document)
        let diagram = document.diagram
        gone = Gone(
            classifiers: Array(repeating: false, count: diagram.classifiers.count), packages: Array(repeating: false, count: diagram.packages.count),
            relationships: Array(repeating: false, count: diagram.relationships.count), notes: Array(repeating: false, count: diagram.notes.count))
    }

    mutating func remove(_ ids: [String]) throws(EditError) -> Edit {
        for id in ids { try mark(id) }
        markWhatIsInside()
        markWhatHangsOn()
        let clauses = diagram.relationships.indices.filter { number in
            let one = diagram.relationships[number]
            return gone.relationships[number] && one.clause != nil && !gone.classifiers[one.second.classifier]
        }
        draft.removeFromClauses(clauses)
        try draft.removeLines(goneLines)
        var kept = ElementNumbers(allOf: diagram)
        kept.classifiers.removeAll { gone.classifiers[$0] }
        kept.packages.removeAll { gone.packages[$0] }
        kept.relationships.removeAll { gone.relationships[$0] }
        kept.notes.removeAll { gone.notes[$0] }
        draft.keep(kept)
        return try draft.checked()
    }

    // MARK: What goes

    private mutating func mark(_ id: String) throws(EditError) {
        let ids = document.identities
        if let classifier = ids.classifier(id), diagram.classifiers[classifier].standsFor == nil {
            gone.classifiers[classifier] = true
        } else if let relationship = ids.relationship(id) {
            gone.relationships[relationship] = true
        } else if let package = ids.package(id) {
            gone.packages[package] = true
        } else if let note = ids.note(id) {
            gone.notes[note] = true
        } else {
            throw .noSuchElement
        }
    }

    private mutating func markWhatIsInside() {
        for (number, package) in diagram.packages.enumerated() {
            if let parent = package.parent, gone.packages[parent] { gone.packages[number] = true }
        }
        for classifier in diagram.classifiers {
            if let package = classifier.package, gone.packages[package], classifier.standsFor == nil { gone.classifiers[classifier.id] = true }
        }
        for (number, note) in diagram.notes.enumerated() { if let package = note.package, gone.packages[package] { gone.notes[number] = true } }
    }

    private mutating func markWhatHangsOn() {
        for (number, note) in diagram.notes.enumerated()
        where !note.classifiers.isEmpty && note.classifiers.allSatisfy({ gone.classifiers[$0] }) { gone.notes[number] = true }
        for classifier in diagram.classifiers {
            switch classifier.standsFor {
            case .note(let note): if gone.notes[note] { gone.classifiers[classifier.id] = true }
            case .package(let package): if gone.packages[package] { gone.classifiers[classifier.id] = true }
            case nil: break
            }
        }
        for (number, one) in diagram.relationships.enumerated()
        where gone.classifiers[one.first.classifier] || gone.classifiers[one.second.classifier] {
            gone.relationships[number] = true
        }
    }

    // MARK: The text

    private var goneLines: [SourceRange] {
        var lines: [SourceRange] = []
        for (number, package) in diagram.packages.enumerated() where gone.packages[number] { lines.append(package.wholeRange) }
        for classifier in diagram.classifiers where gone.classifiers[classifier.id] && classifier.standsFor == nil {
            lines += classifier.declarations + classifier.memberLines
        }
        for (number, one) in diagram.relationships.enumerated() where gone.relationships[number] {
            if one.clause == nil { lines.append(one.range) }
            lines += one.notes
        }
        for one in diagram.associationClasses where gone.relationships[one.relationship] || gone.classifiers[one.classifier] {
            lines.append(one.range)
        }
        for (number, note) in diagram.notes.enumerated() where gone.notes[number] { lines.append(note.range) }
        return lines
    }
}
