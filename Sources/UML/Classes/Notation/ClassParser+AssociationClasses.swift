extension ClassParser {
    /// `(A, B)`: what a relation connects.
    func takePair(_ cursor: inout LineCursor) -> (WrittenEnd, WrittenEnd)? {
        var ahead = cursor
        guard let inner = ahead.takeBracketed(.ascii("("), .ascii(")")) else { return nil }
        var names = LineCursor(source.bytes, inner)
        names.skipBlanks()
        guard let first = takeEnd(&names) else { return nil }
        names.skipBlanks()
        guard names.take(.ascii(",")) else { return nil }
        names.skipBlanks()
        guard let second = takeEnd(&names) else { return nil }
        names.skipBlanks()
        guard names.isAtEnd else { return nil }
        cursor = ahead
        return (first, second)
    }

    /// `(A, B) .. C`
    mutating func parseAssociationClass(_ pair: (WrittenEnd, WrittenEnd), _ cursor: inout LineCursor, _ line: SourceRange) -> Bool {
        cursor.skipBlanks()
        guard ArrowNotation(&cursor) != nil else { return false }
        cursor.skipBlanks()
        guard let end = takeEnd(&cursor) else {
            diagnostics.error(
                "missing-end", line, "It is not said which class this is.", hint: "Write its name behind the line, e.g. (A, B) .. C.")
            return true
        }
        return addAssociationClass(pair, end, line)
    }

    /// The relation between both was written before, or is what this says.
    mutating func addAssociationClass(_ pair: (WrittenEnd, WrittenEnd), _ end: WrittenEnd, _ line: SourceRange) -> Bool {
        let (first, second) = (classifier(named: pair.0.name, at: pair.0.range), classifier(named: pair.1.name, at: pair.1.range))
        let id = classifier(named: end.name, at: end.range)
        let known = diagram.relationships.lastIndex {
            $0.first.classifier == first && $0.second.classifier == second || $0.first.classifier == second && $0.second.classifier == first
        }
        if known == nil {
            add(
                Relationship(
                    Relationship.End(classifier: first, head: .none, range: pair.0.whole),
                    Relationship.End(classifier: second, head: .none, range: pair.1.whole), isDashed: false, at: line))
        }
        guard diagram.associationClasses.count < Self.mostRelationships else { return true }
        diagram.associationClasses.append(
            AssociationClass(relationship: known ?? diagram.relationships.count - 1, classifier: id, range: line))
        return true
    }
}
