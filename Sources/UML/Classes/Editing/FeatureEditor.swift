/// Edits of the attributes, operations and literals of a classifier. They are counted over all compartments, from 0.
final class FeatureEditor: DraftEditor {
    let draft: ClassDraft
    private let classifier: Classifier
    private let places: [Place]

    /// Which feature of which compartment.
    private struct Place {
        var compartment: Int
        var index: Int
    }

    init(_ document: ClassDocument, _ classifier: Int) throws(EditError) {
        self.classifier = document.diagram.classifiers[classifier]
        guard self.classifier.standsFor == nil else { throw .noSuchElement }
        draft = ClassDraft(document)
        places = Self.places(self.classifier)
    }

    private static func places(_ classifier: Classifier) -> [Place] {
        var places: [Place] = []
        for (number, compartment) in classifier.compartments.enumerated() {
            for index in compartment.features.indices { places.append(Place(compartment: number, index: index)) }
        }
        return places
    }

    private func feature(_ place: Place) -> Feature { classifier.compartments[place.compartment].features[place.index] }

    private static func read(_ words: String) throws(EditError) -> Feature {
        let text = SourceText(words)
        guard !text.bytes.contains(where: { $0.isLineBreak }), text.trimmed(SourceRange(0, text.bytes.count)).length > 0 else { throw .badText }
        return FeatureNotation(text, SourceRange(0, text.bytes.count)).feature
    }

    // MARK: Edits

    func insert(_ words: String, at index: Int) throws(EditError) -> Edit {
        guard index <= places.count else { throw .noSuchElement }
        let feature = try Self.read(words)
        try write(words, feature, at: index, among: places)
        return try draft.checked()
    }

    func change(_ index: Int, to words: String) throws(EditError) -> Edit {
        guard places.indices.contains(index) else { throw .noSuchElement }
        let place = places[index]
        draft.replace(feature(place).range, words)
        draft.diagram.classifiers[classifier.id].compartments[place.compartment].features[place.index] = try Self.read(words)
        return try draft.checked()
    }

    func remove(_ index: Int) throws(EditError) -> Edit {
        guard places.indices.contains(index) else { throw .noSuchElement }
        take(index)
        return try draft.checked()
    }

    /// - Parameter target: How many others stand before it afterwards.
    func move(_ index: Int, to target: Int) throws(EditError) -> Edit {
        guard places.indices.contains(index), places.indices.contains(target) else { throw .noSuchElement }
        if index == target { return .nothing }
        let moved = feature(places[index])
        take(index)
        var others = places
        others.remove(at: index)
        for other in others.indices
        where others[other].compartment == places[index].compartment && others[other].index > places[index].index {
            others[other].index -= 1
        }
        var originals = places
        originals.remove(at: index)
        try write(source[moved.range], moved, at: target, among: originals, afterwards: others)
        return try draft.checked()
    }

    // MARK: The text

    private func take(_ index: Int) {
        let place = places[index]
        let range = feature(place).range
        let line = classifier.memberLines.first { $0.contains(range) } ?? range
        if let whole = draft.linesOfItsOwn(line) { draft.replace(whole, "") } else { draft.remove(range) }
        draft.diagram.classifiers[classifier.id].compartments[place.compartment].features.remove(at: place.index)
    }

    /// - Parameters:
    ///   - others: Where the others stand in the text.
    ///   - afterwards: Where they are meant to stand, if one has been taken out.
    private func write(
        _ words: String, _ feature: Feature, at index: Int, among others: [Place], afterwards: [Place]? = nil
    ) throws(EditError) {
        let meant = afterwards ?? others
        if index > 0 {
            insert(words, after: self.feature(others[index - 1]).range)
            insert(feature, Place(compartment: meant[index - 1].compartment, index: meant[index - 1].index + 1))
        } else if let first = others.first {
            let range = self.feature(first).range
            draft.insert(prefix(range) + words + source.lineBreak + draft.lines.indentation(ofLineAt: range.start), at: lineStart(range))
            insert(feature, meant[0])
        } else {
            try insertFirst(words)
            if classifier.compartments.isEmpty { draft.diagram.classifiers[classifier.id].compartments.append(Compartment()) }
            insert(feature, Place(compartment: 0, index: 0))
        }
    }

    private func insert(_ feature: Feature, _ place: Place) {
        draft.diagram.classifiers[classifier.id].compartments[place.compartment].features.insert(feature, at: place.index)
    }

    private func insert(_ words: String, after range: SourceRange) {
        let isFirstOfLine = prefix(range).utf8.count > 0 || draft.lines.isBlank(before: range.start)
        let indentation = draft.lines.indentation(ofLineAt: range.start) + (isFirstOfLine ? "" : draft.lines.indentationUnit)
        draft.insert(source.lineBreak + indentation + prefix(range) + words, at: range.end)
    }

    /// `Name : `, if the feature stands on a line of its own outside of the body.
    private func prefix(_ range: SourceRange) -> String {
        guard let line = classifier.memberLines.first(where: { $0.contains(range) }) else { return "" }
        return source[SourceRange(line.start, range.start)]
    }

    private func lineStart(_ range: SourceRange) -> Int { classifier.memberLines.first { $0.contains(range) }?.start ?? range.start }

    private func insertFirst(_ words: String) throws(EditError) {
        let indentation = draft.lines.indentation(ofLineAt: classifier.range.start)
        let line = source.lineBreak + indentation + draft.lines.indentationUnit + words
        guard let head = classifier.head, let declaration = classifier.declarations.first else {
            // It is but named.
            try draft.append(["\(try ClassifierName(classifier.name).written) : \(words)"], to: nil)
            return
        }
        guard let body = head.body else { return draft.insert(" {\(line)\(source.lineBreak)\(indentation)}", at: declaration.end) }
        let inner = SourceRange(body.start + 1, body.end - 1)
        if source.trimmed(inner).length == 0 {
            draft.replace(inner, line + source.lineBreak + indentation)
        } else {
            draft.insert(line, at: inner.start)
        }
    }
}
