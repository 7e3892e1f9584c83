extension ClassParser {
    /// `note left of A : text`, `note "text" as N`, `note on link`, and their forms of several lines.
    mutating func parseNote(_ line: SourceRange) -> Bool {
        var cursor = cursor(line)
        guard cursor.take(anyOf: ["note", "hnote", "rnote"]), cursor.byte.isSpaceOrTab || cursor.isAtEnd else { return false }
        cursor.skipBlanks()
        var ahead = cursor
        if ArrowNotation(&ahead) != nil { return false }
        var note = Note(text: "", package: openPackages.last?.package, range: line, textRange: line)
        if let text = cursor.takeQuoted() {
            if isBeforeArrow(cursor) { return false }
            note.text = LabelNotation.label(source[text])
            note.textRange = text
            cursor.skipBlanks()
            if cursor.take(word: "as") {
                cursor.skipBlanks()
                note.name = cursor.takeName().map { source[$0] }
            }
            takeColor(&cursor, of: &note)
            add(note)
            return true
        }
        let place = takePlace(&cursor, of: &note)
        takeColor(&cursor, of: &note)
        cursor.skipBlanks()
        if cursor.take(.ascii(":")) {
            note.textRange = source.trimmed(cursor.rest)
            note.text = LabelNotation.label(source[note.textRange])
        } else {
            note.textRange = SourceRange(line.end, line.end)
            note.text = LabelNotation.label(takeText(&note.range, opening: line))
            note.textRange.end = note.range.end
        }
        if place == .link { addToLink(note) } else { add(note) }
        return true
    }

    private enum NotePlace {
        case free
        case element
        case link
    }

    private mutating func takePlace(_ cursor: inout LineCursor, of note: inout Note) -> NotePlace {
        if cursor.take(word: "as") {
            cursor.skipBlanks()
            note.name = cursor.takeName().map { source[$0] }
            return .free
        }
        if cursor.take(word: "on") {
            cursor.skipBlanks()
            _ = cursor.take(word: "link")
            return .link
        }
        for (word, side) in Self.sides where cursor.take(word: word) { note.side = side }
        cursor.skipBlanks()
        if cursor.take(word: "on") {
            cursor.skipBlanks()
            _ = cursor.take(word: "link")
            return .link
        }
        guard cursor.take(word: "of") else {
            // What was declared last.
            if let last = lastElement { note.classifiers = [last] }
            return .element
        }
        cursor.skipBlanks()
        if let (range, kind, _) = takeMarkedName(&cursor) {
            note.classifiers = [classifier(named: source[range], at: range, as: kind)]
        } else if let range = cursor.takeQuoted() ?? cursor.takeName() {
            if cursor.byte == .ascii("<") { _ = cursor.takeBracketed(.ascii("<"), .ascii(">")) }
            if cursor.byte == .ascii(":"), cursor.byte(1) == .ascii(":") { _ = cursor.takeName() }
            let owner = owner(range) ?? range
            note.classifiers = [classifier(named: source[owner], at: owner)]
        }
        return .element
    }

    private static let sides: [(StaticString, Side)] = [("left", .left), ("right", .right), ("top", .up), ("bottom", .down)]

    private func takeColor(_ cursor: inout LineCursor, of note: inout Note) {
        note.headEnd = cursor.position
        cursor.skipBlanks()
        guard let color = cursor.takeColor() else { return }
        note.color = NotationColor.fill(source, color)
        note.colorRange = SourceRange(color.start - 1, color.end)
    }

    /// The lines up to `end note`, or another word after `end`.
    mutating func takeText(_ range: inout SourceRange, opening: SourceRange, _ word: StaticString = "note") -> String {
        var text = ""
        while let line = takeLine() {
            range.end = line.end
            var cursor = cursor(line)
            if cursor.take(word: "end") {
                cursor.skipBlanks()
                if cursor.take(word: word) { return text }
            }
            cursor.move(to: line.start)
            if cursor.take(anyOf: ["endnote", "endlegend", "endheader", "endfooter", "endtitle", "endcaption"]), cursor.isAtEnd { return text }
            text += text.isEmpty ? source[line] : "\n" + source[line]
        }
        diagnostics.error("unclosed-text", opening, "This text is never ended.", hint: "Write end \(word.string) after its last line.")
        return text
    }

    /// A note that has a name can be an end of relations, like a classifier.
    private mutating func add(_ note: Note) {
        if diagram.notes.count == Self.mostNotes { reportFull("\(Self.mostNotes) notes", note.range) }
        if let name = note.name {
            let id = classifier(named: name, at: note.range)
            if diagram.classifiers[id].declaration == nil { diagram.classifiers[id].standsFor = .note(diagram.notes.count) }
        }
        diagram.notes.append(note)
    }

    /// A note on a relation stands with its label.
    private mutating func addToLink(_ note: Note) {
        guard let last = diagram.relationships.indices.last else {
            diagnostics.error(
                "missing-link", note.range, "There is no relation before this note.", hint: "Write it after the relation that it is about.")
            return
        }
        diagram.relationships[last].notes.append(note.range)
        guard diagram.relationships[last].notes.count <= 20 else { return }
        diagram.relationships[last].noteTexts.append(note.text)
    }
}
