/// Edits of what connects elements.
struct RelationshipEditor: DraftEditor {
    let draft: ClassDraft

    private func number(_ id: String) throws(EditError) -> Int {
        guard let number = document.identities.relationship(id) else { throw .noSuchElement }
        return number
    }

    // MARK: Connecting

    /// Writes a new relation behind all else.
    func connect(_ kind: RelationshipKind, from sourceID: String, to targetID: String) throws(EditError) -> Edit {
        let (from, to) = (try end(sourceID), try end(targetID))
        let heads = kind.heads
        let (first, second) = kind.beginsWithTarget ? (to, from) : (from, to)
        let (left, right) = kind.beginsWithTarget ? (heads.target, heads.source) : (heads.source, heads.target)
        let arrow = left.spellings.left.string + (kind.isDashed ? ".." : "--") + right.spellings.right.string
        let name = kind.writtenName.map { " : \($0)" } ?? ""
        try draft.append(["\(first.text) \(arrow) \(second.text)\(name)"], to: nil)
        add(Self.end(first, left), Self.end(second, right), kind)
        return try draft.checked()
    }

    private static func end(_ end: EndText, _ head: LineEnd) -> Relationship.End {
        Relationship.End(classifier: end.classifier, head: head, range: SourceRange(0, 0))
    }

    private func add(_ first: Relationship.End, _ second: Relationship.End, _ kind: RelationshipKind) {
        var relationship = Relationship(first, second, isDashed: kind.isDashed, at: SourceRange(0, 0))
        relationship.name = kind.name
        draft.diagram.relationships.append(relationship)
    }

    /// An end of a relation, and how the text names it.
    private struct EndText {
        var classifier: Int
        var text: String
    }

    /// A classifier, a package, or a note that has a name.
    private func end(_ id: String) throws(EditError) -> EndText {
        if let classifier = document.identities.classifier(id) { return try end(classifier) }
        if let package = document.identities.package(id) { return try end(package: package) }
        if let note = document.identities.note(id),
            let classifier = draft.diagram.classifiers.firstIndex(where: { $0.standsFor == .note(note) })
        {
            return try end(classifier)
        }
        throw .noSuchElement
    }

    private func end(_ classifier: Int) throws(EditError) -> EndText {
        let element = draft.diagram.classifiers[classifier]
        guard element.standsFor == nil, let reference = element.references.first else {
            return EndText(classifier: classifier, text: try ClassifierName(element.name).written)
        }
        return EndText(classifier: classifier, text: source[source.withMarks(reference)])
    }

    /// A package takes part in relations under its name, unless a classifier is called so.
    private func end(package: Int) throws(EditError) -> EndText {
        if let known = draft.diagram.classifiers.firstIndex(where: { $0.standsFor == .package(package) }) { return try end(known) }
        let name = draft.diagram.packages[package].name
        let id = draft.add(name, document.diagram.undeclaredKind, standsFor: .package(package))
        return EndText(classifier: id, text: try ClassifierName(name).written)
    }

    // MARK: Changing

    /// Makes it a relation of another kind between the same elements.
    func change(_ id: String, to kind: RelationshipKind) throws(EditError) -> Edit {
        let number = try number(id)
        let relationship = draft.diagram.relationships[number]
        let isForward = relationship.leadsToSecond
        let heads = kind.heads
        let (first, second) = isForward ? (heads.source, heads.target) : (heads.target, heads.source)
        try write(number, first, second, isDashed: kind.isDashed)
        try nameAfter(kind, number)
        return try draft.checked()
    }

    /// `<<include>>` comes and goes with the kind.
    private func nameAfter(_ kind: RelationshipKind, _ number: Int) throws(EditError) {
        let relationship = document.diagram.relationships[number]
        let isNamedSo = [RelationshipKind.include, .extend].contains { relationship.name?.isSpelled(like: $0.name ?? "") ?? false }
        guard kind.keyword != nil || isNamedSo else { return }
        if let written = kind.writtenName, let keyword = kind.name, let name = relationship.name, let range = relationship.nameRange, !isNamedSo {
            try rename(number, to: "\(written)\\n\(source[range])", "\(keyword)\n\(name)")
        } else {
            try rename(number, to: kind.writtenName ?? "", kind.name)
        }
    }

    /// Lets it lead the other way.
    func reverse(_ id: String) throws(EditError) -> Edit {
        let number = try number(id)
        let relationship = document.diagram.relationships[number]
        try write(number, relationship.second.head, relationship.first.head, isDashed: relationship.isDashed)
        return try draft.checked()
    }

    private func write(_ number: Int, _ first: LineEnd, _ second: LineEnd, isDashed: Bool) throws(EditError) {
        let relationship = document.diagram.relationships[number]
        if let range = relationship.arrow {
            let needsBlanks = !source.bytes.byte(range.end).isSpaceOrTab || !source.bytes[range.start - 1].isSpaceOrTab
            let arrow = ArrowText(source, range).arrow(first, second, isDashed: isDashed)
            draft.replace(range, needsBlanks ? " \(arrow) " : arrow)
        } else {
            // What `extends` says becomes a line of its own.
            guard relationship.clause != nil else { throw .changesMore }
            draft.removeFromClauses([number])
            let (one, other) = (try end(relationship.first.classifier), try end(relationship.second.classifier))
            let arrow = first.spellings.left.string + (isDashed ? ".." : "--") + second.spellings.right.string
            try draft.append(["\(one.text) \(arrow) \(other.text)"], to: nil)
        }
        draft.diagram.relationships[number].first.head = first
        draft.diagram.relationships[number].second.head = second
        draft.diagram.relationships[number].isDashed = isDashed
    }

    /// Leads one of its ends to another element.
    func attach(_ id: String, _ side: Relationship.Position, to element: String) throws(EditError) -> Edit {
        let number = try number(id)
        guard document.diagram.relationships[number].arrow != nil else { throw .changesMore }
        let end = try end(element)
        draft.replace(document.diagram.relationships[number][side].range, end.text)
        draft.diagram.relationships[number][side].classifier = end.classifier
        draft.diagram.relationships[number][side].feature = nil
        return try draft.checked()
    }

    /// Writes what stands at one of its ends: a multiplicity, a role.
    func changeEnd(_ id: String, _ side: Relationship.Position, to words: String) throws(EditError) -> Edit {
        let number = try number(id)
        let relationship = document.diagram.relationships[number]
        guard let arrow = relationship.arrow else { throw .changesMore }
        let text = LabelNotation.written(words)
        guard !text.utf8.contains(.ascii("\"")) else { throw .badText }
        if let old = relationship[side].textRange {
            if text.isEmpty {
                draft.remove(SourceRange(old.start - 1, old.end + 1))
            } else {
                draft.replace(old, text)
            }
        } else if !text.isEmpty {
            let isFirst = side == .first
            let isApart = source.bytes[isFirst ? arrow.start - 1 : arrow.end].isSpaceOrTab
            draft.insert(
                isFirst ? "\(isApart ? "" : " ")\"\(text)\" " : " \"\(text)\"\(isApart ? "" : " ")", at: isFirst ? arrow.start : arrow.end)
        }
        draft.diagram.relationships[number][side].text = text.isEmpty ? nil : LabelNotation.label(text)
        return try draft.checked()
    }

    // MARK: Its name

    func rename(_ id: String, to words: String) throws(EditError) -> Edit {
        let number = try number(id)
        let text = LabelNotation.written(words)
        try rename(number, to: text, text.isEmpty ? nil : LabelNotation.words(LabelNotation.label(text)))
        return try draft.checked()
    }

    private func rename(_ number: Int, to text: String, _ name: String?) throws(EditError) {
        let relationship = document.diagram.relationships[number]
        guard relationship.arrow != nil else { throw .changesMore }
        if let old = relationship.nameRange, old.length > 0 {
            draft.replace(text.isEmpty ? SourceRange(colon(before: old.start), relationship.range.end) : old, text)
        } else {
            draft.insert(" : \(text)", at: relationship.range.end)
        }
        draft.diagram.relationships[number].name = name
    }

    /// Where the blanks before the colon begin that stands before a text.
    private func colon(before place: Int) -> Int {
        var start = place
        while source.bytes[start - 1] != .ascii(":") { start -= 1 }
        start -= 1
        while source.bytes[start - 1].isSpaceOrTab { start -= 1 }
        return start
    }
}
