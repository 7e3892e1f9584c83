/// Edits of notes.
struct NoteEditor: DraftEditor {
    let draft: ClassDraft

    /// Writes a note about an element, or about none.
    ///
    /// - Parameter id: Of a classifier or of a relation; empty for a note that stands alone.
    func add(_ words: String, to id: String) throws(EditError) -> Edit {
        let text = LabelNotation.written(words)
        if id.isEmpty { return try addAlone(text) }
        if let number = document.identities.relationship(id) { return try add(text, toLink: number) }
        guard let number = document.identities.classifier(id) else { throw .noSuchElement }
        let classifier = document.diagram.classifiers[number]
        guard classifier.standsFor == nil, let reference = classifier.references.first else { throw .noSuchElement }
        try draft.append(["note right of \(document.source[document.source.withMarks(reference)]) : \(text)"], to: nil)
        append(nil, text, [number])
        return try draft.checked()
    }

    private func append(_ name: String?, _ text: String, _ classifiers: [Int]) {
        let range = SourceRange(0, 0)
        draft.diagram.notes.append(Note(name: name, text: LabelNotation.label(text), classifiers: classifiers, range: range, textRange: range))
    }

    private func addAlone(_ text: String) throws(EditError) -> Edit {
        guard !text.utf8.contains(.ascii("\"")) else { throw .badText }
        var number = 1
        while document.identities.classifier("N\(number)") != nil { number += 1 }
        let name = "N\(number)"
        try draft.append(["note \"\(text)\" as \(name)"], to: nil)
        draft.add(name, document.diagram.undeclaredKind, standsFor: .note(draft.diagram.notes.count))
        append(name, text, [])
        return try draft.checked()
    }

    /// Right behind the relation, which it is known by.
    private func add(_ text: String, toLink number: Int) throws(EditError) -> Edit {
        let relationship = document.diagram.relationships[number]
        let last = (relationship.notes.map { $0.end } + [relationship.range.end]).max() ?? relationship.range.end
        let indentation = draft.lines.indentation(ofLineAt: relationship.range.start)
        draft.insert("\(document.source.lineBreak)\(indentation)note on link : \(text)", at: last)
        draft.diagram.relationships[number].noteTexts.append(LabelNotation.label(text))
        return try draft.checked()
    }

    func change(_ number: Int, to words: String) throws(EditError) -> Edit {
        let note = document.diagram.notes[number]
        let lines = draft.lines
        if note.textRange.end == note.range.end, note.range.length > note.textRange.length,
            lines.start(ofLineAt: note.textRange.start) != lines.start(ofLineAt: note.range.end)
        {
            // All lines between the first and the last one.
            let last = lines.start(ofLineAt: note.range.end)
            let indentation = lines.indentation(ofLineAt: note.range.start) + lines.indentationUnit
            var text = document.source.lineBreak
            for line in Array(words.utf8).split(separator: .lineFeed, omittingEmptySubsequences: false) {
                text += indentation + String(decoding: line, as: UTF8.self) + document.source.lineBreak
            }
            draft.replace(SourceRange(note.textRange.start, last), text)
        } else {
            draft.replace(note.textRange, LabelNotation.written(words))
        }
        draft.diagram.notes[number].text = words
        return try draft.checked()
    }
}
