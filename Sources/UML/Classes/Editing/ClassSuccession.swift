/// What became of the ids of a class diagram's elements.
enum ClassSuccession {
    /// Found out from both texts: a classifier is the one of its name, else what stands in its place; all else is what stands in its place.
    static func between(_ old: ClassDocument, _ new: ClassDocument) -> [Succession] {
        let difference = SourceDifference(old.source, new.source)
        return changes(old, new) { before, after, matches in
            let places = PlacedElements(after.map { [$0.start] })
            for (index, range) in before.enumerated() where matches.isUnmatched(old: index) {
                if let found = places.element(at: range.start, difference) { matches.match(index, found) }
            }
        }
    }

    /// After changes of the text that took out whole elements, or none: those that are left keep their order.
    static func after(_ edits: [TextEdit], _ old: ClassDocument, _ new: ClassDocument) -> [Succession] {
        changes(old, new) { before, after, matches in
            var next = 0
            for (index, range) in before.enumerated() {
                let isGone = edits.contains { $0.replacement.isEmpty && $0.range.start <= range.start && range.end <= $0.range.end }
                guard !isGone, next < after.count else { continue }
                matches.match(index, next)
                next += 1
            }
        }
    }

    /// - Parameter match: Matches elements by their ranges in both texts.
    private static func changes(
        _ old: ClassDocument, _ new: ClassDocument, _ match: ([SourceRange], [SourceRange], inout ElementMatches) -> Void
    ) -> [Succession] {
        var matches = ElementMatches(old: old.diagram.classifiers.count, new: new.diagram.classifiers.count)
        for (index, id) in old.identities.classifiers.enumerated() {
            if let same = new.identities.classifier(id) { matches.match(index, same) }
        }
        if matches.hasBoth { match(old.diagram.classifiers.map { $0.range }, new.diagram.classifiers.map { $0.range }, &matches) }
        var changes = Succession.changes(old.identities.classifiers, new.identities.classifiers, matches.successors)
        func add(_ before: [SourceRange], _ after: [SourceRange], _ oldIDs: [String], _ newIDs: [String]) {
            var matches = ElementMatches(old: before.count, new: after.count)
            match(before, after, &matches)
            changes += Succession.changes(oldIDs, newIDs, matches.successors)
        }
        let (oldIDs, newIDs) = (old.identities, new.identities)
        add(old.diagram.packages.map { $0.range }, new.diagram.packages.map { $0.range }, oldIDs.packages, newIDs.packages)
        add(old.diagram.relationships.map { $0.range }, new.diagram.relationships.map { $0.range }, oldIDs.relationships, newIDs.relationships)
        add(old.diagram.notes.map { $0.range }, new.diagram.notes.map { $0.range }, oldIDs.notes, newIDs.notes)
        return changes
    }
}
