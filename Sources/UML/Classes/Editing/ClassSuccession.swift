/// What became of the ids of a class diagram's elements when somebody typed.
enum ClassSuccession {
    /// Found out from both texts: a classifier is the one of its name, else what stands in its place; all else is what stands in its place.
    static func between(_ old: ClassDocument, _ new: ClassDocument) -> [Succession] {
        let difference = SourceDifference(old.source, new.source)
        func match(_ before: [SourceRange], _ after: [SourceRange], _ matches: inout ElementMatches) {
            let places = PlacedElements(after.map { [$0.start] })
            for (index, range) in before.enumerated() where matches.isUnmatched(old: index) {
                if let found = places.element(at: range.start, difference) { matches.match(index, found) }
            }
        }
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
