extension ClassParser {
    /// What `hide`, `remove`, `show` and `restore` are said of.
    enum RemovalPattern {
        case name(String)
        case tag(String)
        case stereotype(String)
        /// What no relation leads to.
        case unlinked
        case all
    }

    /// `hide Name`, `remove $tag`, `hide <<stereotype>>`, `remove @unlinked`, and `restore` of any.
    mutating func parseRemoval(_ cursor: inout LineCursor, hides: Bool) -> Bool {
        guard let pattern = takePattern(&cursor) else { return false }
        cursor.skipBlanks()
        guard cursor.isAtEnd, removals.count < Self.mostRemovals else { return false }
        removals.append((pattern, hides))
        return true
    }

    private func takePattern(_ cursor: inout LineCursor) -> RemovalPattern? {
        if cursor.take(.ascii("*")) { return .all }
        if cursor.take(.ascii("@")) { return cursor.take(word: "unlinked") ? .unlinked : nil }
        if cursor.take(.ascii("$")) { return cursor.takeName().map { .tag(source[$0]) } }
        if let stereotype = cursor.takeStereotype() { return .stereotype(source[source.trimmed(stereotype)]) }
        return (cursor.takeQuoted() ?? cursor.takeName()).map { .name(source[$0]) }
    }

    /// Each counts for the whole text, the later ones before the earlier ones.
    mutating func applyRemovals() {
        guard !removals.isEmpty else { return }
        var isLinked = Array(repeating: false, count: diagram.classifiers.count)
        for relationship in diagram.relationships {
            isLinked[relationship.first.classifier] = true
            isLinked[relationship.second.classifier] = true
        }
        for one in diagram.associationClasses { isLinked[one.classifier] = true }
        for (pattern, hides) in removals {
            for id in diagram.classifiers.indices where matches(diagram.classifiers[id], pattern, isLinked[id]) {
                diagram.classifiers[id].isRemoved = hides
            }
        }
    }

    private func matches(_ classifier: Classifier, _ pattern: RemovalPattern, _ isLinked: Bool) -> Bool {
        switch pattern {
        case .name(let name): classifier.name.isSpelled(like: name)
        case .tag(let tag): classifier.tags.contains { $0.isSpelled(like: tag) }
        case .stereotype(let stereotype): classifier.stereotypes.contains { $0.isSpelled(like: stereotype) }
        case .unlinked: !isLinked
        case .all: true
        }
    }
}
