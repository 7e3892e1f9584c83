/// Edits of the text of a class diagram. Each is tried before it is given: the changed text is read, and has to mean what was asked for.
struct ClassEditor {
    let document: ClassDocument

    init(_ document: ClassDocument) { self.document = document }

    private var source: SourceText { document.source }

    /// - Throws: ``EditError``, and the text stays as it is.
    func perform(_ command: ClassCommand) throws(EditError) -> Edit {
        switch command {
        case .changeWords(let element, let words): return try changeWords(of: element, to: words)
        case .addClassifier(let kind, let name): return try add(kind, name)
        case .remove(let element): return try remove(element)
        }
    }

    private func changed(_ changes: [TextEdit]) -> ClassDocument { ClassDocument(source.applying(changes), document.diagram.content) }

    // MARK: Names

    private func changeWords(of element: String, to words: String) throws(EditError) -> Edit {
        guard let id = document.identities.classifier(element) else { throw .noSuchElement }
        let classifier = document.diagram.classifiers[id]
        guard classifier.standsFor == nil else { throw .noSuchElement }
        if words.isSpelled(like: classifier.label) { return .nothing }
        let name = try Self.written(words)
        // A label of its own is changed, and the name that relations use stays.
        if let label = classifier.labelRange { return try checked([TextEdit(range: label, replacement: words)], words, id) }
        guard document.identities.classifier(IdentityTable.escaped(words)) == nil else { throw .nameInUse }
        var changes: [TextEdit] = []
        for range in classifier.references {
            let isQuoted = range.start > 0 && source.bytes[range.start - 1] == .ascii("\"")
            changes.append(TextEdit(range: range, replacement: isQuoted ? words : name))
        }
        return try checked(changes, words, id)
    }

    /// A name as the text has it: in quotes, unless it is but letters and digits.
    private static func written(_ name: String) throws(EditError) -> String {
        var isWord = true
        for byte in name.utf8 {
            if byte == .ascii("\"") || byte.isLineBreak { throw .badName }
            isWord = isWord && byte.continuesName
        }
        guard name.utf8.contains(where: { !$0.isWhiteSpace }) else { throw .badName }
        let isKeyword = Vocabulary.classes.keywords.contains { LabelNotation.lowercased(name).isSpelled(like: $0) }
        return isWord && !isKeyword ? name : "\"\(name)\""
    }

    /// The edit, if the changed text has the same elements, this one with its new label.
    private func checked(_ changes: [TextEdit], _ label: String, _ id: Int) throws(EditError) -> Edit {
        let changed = self.changed(changes)
        let (old, new) = (document.diagram, changed.diagram)
        guard new.classifiers.count == old.classifiers.count, new.relationships.count == old.relationships.count,
            new.notes.count == old.notes.count, new.packages.count == old.packages.count, new.classifiers[id].label.isSpelled(like: label),
            changed.diagnostics.errorCount <= document.diagnostics.errorCount, Self.featureCount(new) == Self.featureCount(old)
        else { throw .changesMore }
        return edit(changes, changed)
    }

    private static func featureCount(_ diagram: ClassDiagram) -> Int {
        var count = 0
        for classifier in diagram.classifiers { for compartment in classifier.compartments { count += compartment.features.count } }
        return count
    }

    private func edit(_ changes: [TextEdit], _ changed: ClassDocument) -> Edit {
        Edit(changes: changes, successions: ClassSuccession.after(changes, document, changed))
    }

    // MARK: Elements

    private func add(_ kind: ClassifierKind, _ name: String) throws(EditError) -> Edit {
        guard document.identities.classifier(IdentityTable.escaped(name)) == nil else { throw .nameInUse }
        let place = source.bytes.line(beginningWith: "@end") ?? source.bytes.count
        let needsBreak = place > 0 && !source.bytes[place - 1].isLineBreak
        let text = "\(needsBreak ? "\n" : "")\(kind.rawValue) \(try Self.written(name))\n"
        let changes = [TextEdit(range: SourceRange(place, place), replacement: text)]
        let changed = self.changed(changes)
        guard changed.diagram.classifiers.count == document.diagram.classifiers.count + 1,
            changed.identities.classifier(IdentityTable.escaped(name)) != nil
        else { throw .changesMore }
        var edit = edit(changes, changed)
        edit.created = [IdentityTable.escaped(name)]
        return edit
    }

    /// What a relation is written with: itself, its notes, its association classes.
    private func lines(of index: Int) -> [SourceRange] {
        let relationship = document.diagram.relationships[index]
        return [relationship.range] + relationship.notes + document.diagram.associationClasses.filter { $0.relationship == index }.map { $0.range }
    }

    private func isNote(_ end: Relationship.End, _ note: Int) -> Bool { document.diagram.classifiers[end.classifier].standsFor == .note(note) }

    /// An element with all that hangs on it: the relations and notes of a classifier, the relations of a note.
    private func remove(_ element: String) throws(EditError) -> Edit {
        let diagram = document.diagram
        var ranges: [SourceRange] = []
        if let id = document.identities.classifier(element), diagram.classifiers[id].standsFor == nil {
            ranges += diagram.classifiers[id].declarations
            ranges += diagram.classifiers[id].memberLines
            for (index, one) in diagram.relationships.enumerated() where one.first.classifier == id || one.second.classifier == id {
                ranges += lines(of: index)
            }
            for one in diagram.associationClasses where one.classifier == id { ranges.append(one.range) }
            for note in diagram.notes where note.classifiers.contains(id) { ranges.append(note.range) }
        } else if let index = document.identities.relationships.firstIndex(where: { $0.isSpelled(like: element) }) {
            ranges += lines(of: index)
        } else if let index = document.identities.notes.firstIndex(where: { $0.isSpelled(like: element) }) {
            ranges.append(diagram.notes[index].range)
            for (relationship, one) in diagram.relationships.enumerated() where isNote(one.first, index) || isNote(one.second, index) {
                ranges += lines(of: relationship)
            }
        } else {
            throw .noSuchElement
        }
        let changes = try ranges.removals(in: source)
        let changed = self.changed(changes)
        guard changed.diagnostics.errorCount <= document.diagnostics.errorCount else { throw .changesMore }
        return edit(changes, changed)
    }
}

extension [SourceRange] {
    /// Takes whole lines out, each once.
    ///
    /// - Throws: ``EditError/changesMore`` where something else stands on one of them.
    fileprivate func removals(in source: SourceText) throws(EditError) -> [TextEdit] {
        var changes: [TextEdit] = []
        var end = 0
        for index in PlaceOrder.indices(of: map { $0.start }) {
            let range = self[index]
            guard range.start >= end else { continue }
            guard source.bytes.isStartOfLine(range.start) else { throw .changesMore }
            var start = range.start
            while start > 0, source.bytes[start - 1].isSpaceOrTab { start -= 1 }
            end = source.bytes.endOfLine(range.end)
            if source.bytes.byte(end) == .carriageReturn { end += 1 }
            if source.bytes.byte(end) == .lineFeed { end += 1 }
            changes.append(TextEdit(range: SourceRange(start, end), replacement: ""))
        }
        return changes
    }
}
