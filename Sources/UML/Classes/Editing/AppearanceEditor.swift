/// Edits of the stereotypes and colours of elements.
struct AppearanceEditor: DraftEditor {
    let draft: ClassDraft

    // MARK: Stereotypes

    /// - Parameter names: One on each line.
    func changeStereotypes(of id: String, to names: String) throws(EditError) -> Edit {
        var stereotypes: [String] = []
        for name in Array(names.utf8).split(separator: .lineFeed) { stereotypes.append(String(decoding: name, as: UTF8.self)) }
        if let number = document.identities.classifier(id), let head = document.diagram.classifiers[number].head {
            draft.diagram.classifiers[number].stereotypes = stereotypes
            write(stereotypes, head)
        } else if let number = document.identities.classifier(id) {
            draft.diagram.classifiers[number].stereotypes = stereotypes
            try declare(number, Self.written(stereotypes))
        } else if let number = document.identities.package(id) {
            draft.diagram.packages[number].stereotypes = stereotypes
            write(stereotypes, document.diagram.packages[number].head)
        } else {
            throw .noSuchElement
        }
        return try draft.checked()
    }

    /// Declares what was but named so far.
    private func declare(_ number: Int, _ looks: String) throws(EditError) {
        let classifier = document.diagram.classifiers[number]
        guard classifier.standsFor == nil else { throw .noSuchElement }
        if looks.isEmpty { return }
        try draft.append([try classifier.written() + looks], to: classifier.package)
    }

    private static func written(_ stereotypes: [String]) -> String {
        var text = ""
        for stereotype in stereotypes { text += " <<\(stereotype)>>" }
        return text
    }

    private func write(_ stereotypes: [String], _ head: ElementHead) {
        draft.insert(Self.written(stereotypes), at: head.end)
        for range in head.stereotypes { draft.remove(range) }
    }

    // MARK: Colours

    /// - Parameter color: A name, or hexadecimal digits; empty for none of its own.
    func changeColor(of id: String, to color: String) throws(EditError) -> Edit {
        let word = SourceText(color)
        let value = NotationColor.fill(word, SourceRange(0, word.bytes.count))
        guard color.isEmpty || value != nil, word.bytes.allSatisfy({ $0.continuesName }) else { throw .badText }
        if let number = document.identities.classifier(id), let head = document.diagram.classifiers[number].head {
            write(color, head.color, behind: head.stereotypes.last?.end ?? head.end)
            draft.diagram.classifiers[number].color = value
        } else if let number = document.identities.classifier(id) {
            draft.diagram.classifiers[number].color = value
            try declare(number, color.isEmpty ? "" : " #\(color)")
        } else if let number = document.identities.package(id) {
            let head = document.diagram.packages[number].head
            write(color, head.color, behind: head.stereotypes.last?.end ?? head.end)
            draft.diagram.packages[number].color = value
        } else if let number = document.identities.note(id) {
            write(color, document.diagram.notes[number].colorRange, behind: document.diagram.notes[number].headEnd)
            draft.diagram.notes[number].color = value
        } else if let number = document.identities.relationship(id) {
            try writeLine(color, document.diagram.relationships[number])
            draft.diagram.relationships[number].color = value
        } else {
            throw .noSuchElement
        }
        return try draft.checked()
    }

    private func write(_ color: String, _ old: SourceRange?, behind place: Int) {
        guard let old else { return draft.insert(color.isEmpty ? "" : " #\(color)", at: place) }
        if color.isEmpty { draft.remove(old) } else { draft.replace(old, "#\(color)") }
    }

    /// In the arrow's square brackets, behind its first stroke.
    private func writeLine(_ color: String, _ relationship: Relationship) throws(EditError) {
        guard let arrow = relationship.arrow else { throw .changesMore }
        let bytes = document.source.bytes
        guard let style = relationship.style else {
            var place = arrow.start
            while place < arrow.end, bytes[place] != .ascii("-"), bytes[place] != .ascii("."), bytes[place] != .ascii("=") { place += 1 }
            return draft.insert(color.isEmpty ? "" : "[#\(color)]", at: place + 1)
        }
        var words: [String] = color.isEmpty ? [] : ["#\(color)"]
        for word in bytes[style.start..<style.end].split(separator: .ascii(",")) where word.first != .ascii("#") {
            words.append(String(decoding: word, as: UTF8.self))
        }
        let text = words.isEmpty ? "" : "[\(words.joined(by: ","))]"
        draft.replace(SourceRange(style.start - 1, style.end + 1), text)
    }
}
