extension ClassDocument {
    /// In no order. Declarations, members, relations and notes may stand in any order, unless they speak of what stands before them.
    var parts: [WrittenPart] {
        var parts: [WrittenPart] = []
        for classifier in diagram.classifiers { add(classifier, to: &parts) }
        for (number, package) in diagram.packages.enumerated() {
            parts.append(
                WrittenPart(
                    range: package.wholeRange, element: identities.packages[number], declared: Self.words("package", [package.name.bounded])))
        }
        for number in diagram.relationships.indices { add(relationship: number, to: &parts) }
        for number in diagram.notes.indices { add(note: number, to: &parts) }
        // Which of the relations between the same ends it stands on depends on which one was written before.
        for one in diagram.associationClasses { parts.append(WrittenPart(range: one.range, refersBack: true)) }
        for text in diagram.surroundingTexts { parts.append(WrittenPart(range: text.range)) }
        if let title = diagram.title { parts.append(WrittenPart(range: title.range)) }
        return parts
    }

    private func add(_ classifier: Classifier, to parts: inout [WrittenPart]) {
        let id = identities.classifiers[classifier.id]
        for (number, range) in classifier.declarations.enumerated() {
            parts.append(WrittenPart(range: range, element: number == 0 ? id : nil, declared: Self.words("classifier", [id])))
        }
        let starts = classifier.declarations.map(\.start)
        for feature in classifier.compartments.flatMap(\.features) {
            let name = Self.name(of: feature)
            let body = starts.lastIndex(upTo: feature.range.start).map { classifier.declarations[$0] }
            parts.append(
                WrittenPart(
                    range: feature.range, declared: Self.words("member", [id, name]),
                    member: body?.contains(feature.range) == true ? Array(name.utf8) : nil))
        }
    }

    /// Without parameters, type and value, which are what people change; the name may stand behind the type.
    private static func name(of feature: Feature) -> String {
        var bytes = Array(feature.text.utf8).prefix { $0 != .ascii("(") && $0 != .ascii(":") && $0 != .ascii("=") }
        while bytes.last?.isSpaceOrTab == true { bytes.removeLast() }
        let start = bytes.lastIndex(where: \.isSpaceOrTab).map { $0 + 1 } ?? bytes.startIndex
        return String(decoding: bytes[start...], as: UTF8.self).bounded
    }

    /// Those between the same two are drawn as one another's neighbours, whichever way they run.
    private func add(relationship number: Int, to parts: inout [WrittenPart]) {
        let relationship = diagram.relationships[number]
        for note in relationship.notes { parts.append(WrittenPart(range: note, refersBack: true)) }
        guard relationship.arrow != nil else { return }
        let (first, second) = (relationship.first.classifier, relationship.second.classifier)
        let ends = [identities.classifiers[first], identities.classifiers[second]]
        let isInOrder = !Array(ends[1].utf8).lexicographicallyPrecedes(Array(ends[0].utf8))
        parts.append(
            WrittenPart(
                range: relationship.range, element: identities.relationships[number],
                declared: Self.words("relation", isInOrder ? ends : ends.reversed())))
    }

    private func add(note number: Int, to parts: inout [WrittenPart]) {
        let note = diagram.notes[number]
        var part = WrittenPart(range: note.range, element: identities.notes[number])
        part.refersBack = note.name == nil && !isSaidWhatItIsAbout(note)
        if !part.refersBack {
            part.declared = Self.words("note", [note.name ?? note.text.bounded] + note.classifiers.map { identities.classifiers[$0] })
        }
        parts.append(part)
    }

    /// `note left of A`, or a note about nothing; not `note left`, which is about what was declared last.
    private func isSaidWhatItIsAbout(_ note: Note) -> Bool {
        var cursor = LineCursor(source.bytes, SourceRange(note.range.start, min(note.range.end, source.bytes.endOfLine(note.range.start))))
        guard cursor.take(anyOf: ["note", "hnote", "rnote"]), !note.classifiers.isEmpty else { return note.classifiers.isEmpty }
        cursor.skipBlanks()
        _ = cursor.take(anyOf: ["left", "right", "top", "bottom"])
        cursor.skipBlanks()
        return cursor.take(word: "of")
    }

    private static func words(_ sort: String, _ names: [String]) -> [UInt8] {
        var words = MeaningWords()
        words.add(sort)
        words.add(names)
        return words.bytes
    }
}
