/// Edits of what is in which package.
struct PackageEditor: DraftEditor {
    let draft: ClassDraft
    private var moved: MovedLines

    init(_ document: ClassDocument) {
        draft = ClassDraft(document)
        moved = MovedLines(draft)
    }

    /// - Parameter packageID: Empty for what is in none.
    mutating func move(_ ids: [String], into packageID: String) throws(EditError) -> Edit {
        let target = try package(packageID)
        let named = try take(ids, into: target)
        if moved.ranges.isEmpty && named.isEmpty { return .nothing }
        if let target, isMoved(diagram.packages[target].range) { throw .intoItself }
        for range in moved.ranges { draft.replace(range, "") }
        try draft.append(moved.texts + named, to: target)
        let place = draft.changes.last?.range.start ?? 0
        reorder(place)
        return try draft.checked()
    }

    /// Puts elements into a new package, where the first of them stands.
    mutating func wrap(_ ids: [String], in shape: Package.Shape, _ name: String) throws(EditError) -> Edit {
        guard document.identities.package(":package " + IdentityTable.escaped(name)) == nil else { throw .nameInUse }
        let (package, parent) = (diagram.packages.count, try self.package(of: ids))
        let named = try take(ids, into: package)
        guard let first = moved.ranges.min(by: { $0.start < $1.start }) else { throw .changesMore }
        let lines = draft.lines
        let (outer, lineBreak) = (lines.indentation(ofLineAt: first.start), draft.source.lineBreak)
        var text = "\(outer)\(shape.rawValue) \(try ClassifierName(name).written) {\(lineBreak)"
        for line in moved.texts + named { text += outer + lines.indentationUnit + line + lineBreak }
        text += outer + "}" + lineBreak
        draft.insert(text, at: first.start)
        for range in moved.ranges { draft.replace(range, "") }
        draft.diagram.packages.append(Package(named: name, shape, in: parent))
        reorder(first.start)
        return try draft.checked()
    }

    /// Takes a package away, and leaves what is in it.
    func unwrap(_ id: String) throws(EditError) -> Edit {
        guard let package = document.identities.package(id) else { throw .noSuchElement }
        let element = diagram.packages[package]
        // What leads to it would lead to nothing.
        guard !diagram.classifiers.contains(where: { $0.standsFor == .package(package) }) else { throw .changesMore }
        guard let body = element.head.body, body.length > 1, draft.source.bytes[body.end - 1] == .ascii("}") else { throw .brokenBlock }
        let head = try draft.wholeLines(SourceRange(element.range.start, body.start + 1))
        let tail = try draft.wholeLines(SourceRange(body.end - 1, body.end))
        draft.replace(head, "")
        draft.replace(tail, "")
        outdent(from: head.end, to: tail.start)
        for number in diagram.classifiers.indices where diagram.classifiers[number].package == package {
            draft.diagram.classifiers[number].package = element.parent
        }
        for number in diagram.notes.indices where diagram.notes[number].package == package { draft.diagram.notes[number].package = element.parent }
        for number in diagram.packages.indices where diagram.packages[number].parent == package {
            draft.diagram.packages[number].parent = element.parent
        }
        var kept = ElementNumbers(allOf: diagram)
        kept.packages.remove(at: package)
        draft.keep(kept)
        return try draft.checked()
    }

    private func outdent(from start: Int, to end: Int) {
        let unit = Array(draft.lines.indentationUnit.utf8)
        var line = start
        while line < end {
            if draft.source.bytes[line..<end].starts(with: unit) { draft.replace(SourceRange(line, line + unit.count), "") }
            line = max(draft.lines.startOfNextLine(line), line + 1)
        }
    }

    // MARK: What is moved

    private func isMoved(_ range: SourceRange) -> Bool { moved.holds(range.start) }

    /// The package that they all are in.
    private func package(of ids: [String]) throws(EditError) -> Int? {
        var packages: [Int?] = []
        for id in ids {
            if let classifier = document.identities.classifier(id) {
                packages.append(diagram.classifiers[classifier].package)
            } else if let package = document.identities.package(id) {
                packages.append(diagram.packages[package].parent)
            } else if let note = document.identities.note(id) {
                packages.append(diagram.notes[note].package)
            }
        }
        guard let first = packages.first, packages.allSatisfy({ $0 == first }) else { throw .changesMore }
        return first
    }

    /// Marks their lines.
    ///
    /// - Returns: Declarations of those that are but named so far.
    private mutating func take(_ ids: [String], into package: Int?) throws(EditError) -> [String] {
        var named: [String] = []
        for id in ids {
            if let number = document.identities.classifier(id), diagram.classifiers[number].standsFor == nil {
                let classifier = diagram.classifiers[number]
                guard classifier.package != package else { continue }
                for declaration in classifier.declarations { try moved.add(declaration) }
                if classifier.declarations.isEmpty { named.append(try classifier.written()) }
                draft.diagram.classifiers[number].package = package
                for (note, one) in diagram.notes.enumerated() where one.classifiers == [number] && one.package == classifier.package {
                    try take(note: note, into: package)
                }
            } else if let number = document.identities.package(id) {
                let inner = diagram.packages[number]
                guard inner.parent != package else { continue }
                try moved.add(inner.wholeRange)
                draft.diagram.packages[number].parent = package
            } else if let number = document.identities.note(id) {
                guard diagram.notes[number].package != package else { continue }
                try take(note: number, into: package)
            } else {
                throw .noSuchElement
            }
        }
        return named
    }

    private mutating func take(note: Int, into package: Int?) throws(EditError) {
        guard !isMoved(diagram.notes[note].range) else { return }
        try moved.add(diagram.notes[note].range)
        draft.diagram.notes[note].package = package
    }

    /// Brings what is counted in the order of the text into its new one.
    ///
    /// - Parameter place: Where all that is moved comes to stand.
    private func reorder(_ place: Int) {
        func sorted(_ ranges: [SourceRange]) -> [Int] {
            StableOrder.sorted(Array(ranges.indices)) { one, other in
                let (isOneMoved, isOtherMoved) = (isMoved(ranges[one]), isMoved(ranges[other]))
                if isOneMoved == isOtherMoved { return ranges[one].start < ranges[other].start }
                return isOneMoved ? place <= ranges[other].start : ranges[one].start < place
            }
        }
        var kept = ElementNumbers(allOf: draft.diagram)
        let isNew = draft.diagram.packages.count > diagram.packages.count
        kept.packages = sorted(diagram.packages.map { $0.range }) + (isNew ? [diagram.packages.count] : [])
        kept.relationships = sorted(diagram.relationships.map { $0.range })
        kept.notes = sorted(diagram.notes.map { $0.range })
        draft.keep(kept)
    }
}
