/// An edit in the making: the changes of the text, and the diagram that the changed text is to mean.
final class ClassDraft {
    let document: ClassDocument
    let lines: LineTable
    /// As it is meant to be afterwards. What is new stands behind what was there.
    var diagram: ClassDiagram
    private(set) var changes: [TextEdit] = []
    /// Of the elements of ``diagram`` that were there, which ones of the document they are.
    private var origins: ElementNumbers

    init(_ document: ClassDocument) {
        self.document = document
        lines = LineTable(document.source)
        diagram = document.diagram
        origins = ElementNumbers(allOf: diagram)
    }

    var source: SourceText { document.source }

    // MARK: The text

    func replace(_ range: SourceRange, _ text: String) { changes.append(TextEdit(range: range, replacement: text)) }

    @inline(never)
    func insert(_ text: String, at place: Int) { replace(SourceRange(place, place), text) }

    /// Takes words out with the blanks before them.
    func remove(_ words: SourceRange) {
        var start = words.start
        while start > 0, source.bytes[start - 1].isSpaceOrTab { start -= 1 }
        replace(SourceRange(start, words.end), "")
    }

    /// Takes whole lines out, each once.
    ///
    /// - Throws: ``EditError/changesMore`` where something else stands on one of them.
    func removeLines(_ ranges: [SourceRange]) throws(EditError) {
        var end = 0
        for index in PlaceOrder.indices(of: ranges.map { $0.start }) where ranges[index].start >= end {
            let range = try wholeLines(ranges[index])
            end = range.end
            replace(range, "")
        }
    }

    /// Takes relations out of `extends` and `implements`.
    func removeFromClauses(_ gone: [Int]) {
        let relationships = document.diagram.relationships
        var clauses: [SourceRange] = []
        for number in gone { if let clause = relationships[number].clause, !clauses.contains(clause) { clauses.append(clause) } }
        for clause in clauses {
            var names: [String] = []
            for (number, one) in relationships.enumerated() where one.clause == clause && !gone.contains(number) {
                let general = one.first.range
                names.append(source[general])
            }
            guard !names.isEmpty else {
                remove(clause)
                continue
            }
            var word = clause.start
            while source.bytes[word].continuesName { word += 1 }
            replace(clause, "\(source[SourceRange(clause.start, word)]) \(names.joined(by: ", "))")
        }
    }

    /// The lines on which something stands, with indentation and line break; nil if something else stands there as well.
    func linesOfItsOwn(_ range: SourceRange) -> SourceRange? {
        guard lines.isBlank(before: range.start), isBlankOrComment(behind: range.end) else { return nil }
        return SourceRange(lines.start(ofLineAt: range.start), lines.startOfNextLine(range.end))
    }

    private func isBlankOrComment(behind place: Int) -> Bool {
        let rest = source.trimmed(SourceRange(place, lines.end(ofLineAt: place)))
        return rest.length == 0 || NotationLines.withoutComment(rest, source).length == 0
    }

    /// - Throws: ``EditError/changesMore`` if something else stands on them.
    func wholeLines(_ range: SourceRange) throws(EditError) -> SourceRange {
        guard let lines = linesOfItsOwn(range) else { throw .changesMore }
        return lines
    }

    /// Puts lines in as the last of a package, or of the diagram.
    func append(_ texts: [String], to package: Int?) throws(EditError) {
        let (place, indentation) = try end(of: package)
        var text = ""
        for line in texts { text += indentation + line + source.lineBreak }
        if lines.isBlank(before: place) { return insert(text, at: lines.start(ofLineAt: place)) }
        // Behind something, before a closing brace if there is one.
        let outer = package.map { lines.indentation(ofLineAt: document.diagram.packages[$0].range.start) } ?? ""
        insert(source.lineBreak + text + outer, at: place)
    }

    /// Where the last line of a package, or of the diagram, ends, and how its lines are indented.
    private func end(of package: Int?) throws(EditError) -> (place: Int, indentation: String) {
        guard let package else { return (source.bytes.line(beginningWith: "@end") ?? source.bytes.count, "") }
        let outer = document.diagram.packages[package]
        guard let body = outer.head.body, body.length > 1 else { throw .brokenBlock }
        let isBrace = source.bytes[body.end - 1] == .ascii("}")
        let place = isBrace ? body.end - 1 : lines.start(ofLineAt: body.end)
        return (place, lines.indentation(ofLineAt: outer.range.start) + lines.indentationUnit)
    }

    // MARK: The diagram

    /// - Returns: ``Classifier/id``.
    @discardableResult
    func add(_ name: String, _ kind: ClassifierKind, in package: Int? = nil, standsFor: Classifier.Element? = nil) -> Int {
        var classifier = Classifier(
            diagram.classifiers.count, named: name, label: LabelNotation.label(name), kind, in: package, at: SourceRange(0, 0))
        classifier.standsFor = standsFor
        diagram.classifiers.append(classifier)
        return classifier.id
    }

    /// Keeps but these elements of ``diagram``, in their order.
    func keep(_ kept: ElementNumbers) {
        diagram = diagram.keeping(kept)
        // What is new stands last, and has none.
        func former(_ kept: [Int], _ origins: [Int]) -> [Int] { kept.filter { $0 < origins.count }.map { origins[$0] } }
        origins.classifiers = former(kept.classifiers, origins.classifiers)
        origins.packages = former(kept.packages, origins.packages)
        origins.relationships = former(kept.relationships, origins.relationships)
        origins.notes = former(kept.notes, origins.notes)
    }

    // MARK: The edit

    /// The edit, if the changed text means what it is to mean.
    ///
    /// - Throws: ``EditError/changesMore`` if it doesn't.
    func checked() throws(EditError) -> Edit {
        let ids = ClassIdentities(diagram)
        let meaning = ClassMeaning(diagram, ids)
        var changes = changes.inOrder
        for index in changes.indices.dropFirst() where changes[index].range.start < changes[index - 1].range.end { throw .changesMore }
        var changed = ClassDocument(source.applying(changes), diagram.content)
        let lost = declarations(ofLostIn: ClassMeaning(changed.diagram, changed.identities), ids)
        if !lost.isEmpty {
            // Before what is taken out at the same place.
            changes = (lost + changes).inOrder
            changed = ClassDocument(source.applying(changes), diagram.content)
        }
        guard changed.notationErrorCount <= document.notationErrorCount,
            ClassMeaning(changed.diagram, changed.identities).isSame(as: meaning)
        else { throw .changesMore }
        return Edit(changes: changes, successions: successions(ids), created: created(ids))
    }

    /// What was but an end of a relation that is gone is declared where it stood.
    private func declarations(ofLostIn changed: ClassMeaning, _ ids: ClassIdentities) -> [TextEdit] {
        var edits: [TextEdit] = []
        for (number, old) in origins.classifiers.enumerated() {
            let classifier = diagram.classifiers[number]
            guard classifier.declaration == nil, classifier.standsFor == nil, !changed.holds(ids.classifiers[number]),
                let text = try? classifier.written()
            else { continue }
            let place = lines.start(ofLineAt: document.diagram.classifiers[old].range.start)
            let line = lines.indentation(ofLineAt: place) + text + source.lineBreak
            edits.append(TextEdit(range: SourceRange(place, place), replacement: line))
        }
        return edits
    }

    private func successions(_ ids: ClassIdentities) -> [Succession] {
        let old = document.identities
        return Self.changes(old.classifiers, ids.classifiers, origins.classifiers) + Self.changes(old.packages, ids.packages, origins.packages)
            + Self.changes(old.relationships, ids.relationships, origins.relationships) + Self.changes(old.notes, ids.notes, origins.notes)
    }

    private static func changes(_ old: [String], _ new: [String], _ origins: [Int]) -> [Succession] {
        var successors = Array(repeating: -1, count: old.count)
        for (number, origin) in origins.enumerated() { successors[origin] = number }
        return Succession.changes(old, new, successors)
    }

    private func created(_ ids: ClassIdentities) -> [String] {
        // What only stands for another element is none that a person would see.
        let classifiers = diagram.classifiers.dropFirst(origins.classifiers.count).filter { $0.standsFor == nil }
        return Array(
            classifiers.map { ids.classifiers[$0.id] } + ids.packages.dropFirst(origins.packages.count)
                + ids.relationships.dropFirst(origins.relationships.count) + ids.notes.dropFirst(origins.notes.count))
    }
}
