/// What differs between two texts of a diagram, element by element.
public struct DiagramComparison: Sendable {
    public struct Entry: Sendable, Equatable {
        /// One of the two pictures' elements, as it is said there.
        public struct Side: Sendable, Equatable {
            public let id: String
            public let label: String
            /// In bytes of its text; nil for what nothing declares.
            public let start: Int?
        }

        public let change: ElementChange
        /// Nil for what was added.
        public let before: Side?
        /// Nil for what was removed.
        public let after: Side?
        /// What no longer stands on the element, and what stands there now, where the labels don't say it; where it stood, and stands, of what has moved out of something.
        public internal(set) var lost: [String]
        public internal(set) var gained: [String]
    }

    /// In the order of the later text; what was removed stands where it was in the earlier one.
    public private(set) var entries: [Entry] = []
    /// Both pictures, with what differs in its colour.
    public let before: Scene
    public let after: Scene

    public var isEmpty: Bool { entries.isEmpty }

    /// - Parameters:
    ///   - earlier: A text of the same kind.
    ///   - earlierPlaces: Where its elements stood.
    ///   - laterPlaces: Likewise of the later one; nil where they stay, as far as they can.
    public init(
        _ earlier: Document, _ later: Document, earlierPlaces: ElementPlaces = ElementPlaces(), laterPlaces: ElementPlaces? = nil
    ) {
        let before = earlier.scene(earlierPlaces)
        let after = later.scene(laterPlaces ?? before.places)
        var words = WordNumbers()
        let old = ComparedElements(before, earlier.diagram.facts(of: before), &words)
        let new = ComparedElements(after, later.diagram.facts(of: after), &words)
        let pairs = ComparedPairs(old, new, later.successions(since: earlier))
        let changes = ElementChanges(pairs) { later.diagram.order(of: $0) }
        self.before = before.marked { id in pairs.old.number(of: id).flatMap { changes.old[$0] } }
        self.after = after.marked { id in pairs.new.number(of: id).flatMap { changes.new[$0] } }
        entries = Self.entries(pairs, changes)
    }

    private static func entries(_ pairs: ComparedPairs, _ changes: ElementChanges) -> [Entry] {
        var entries: [Entry] = []
        var alignment = pairs.alignment
        for (number, element) in pairs.old.all.enumerated() {
            guard let change = changes.old[number], !element.label.isEmpty else { continue }
            let successor = pairs.matches.successors[number]
            let after = successor < 0 ? nil : pairs.new.all[successor]
            var entry = entry(change, element, after, &alignment)
            if change == .moved, let after { (entry.lost, entry.gained) = pairs.containers(of: element, after) }
            entries.append(entry)
        }
        for (number, element) in pairs.new.all.enumerated() where changes.new[number] == .added && !element.label.isEmpty {
            entries.append(entry(.added, nil, element, &alignment))
        }
        let places = entries.map { ($0.after ?? $0.before)?.start ?? 0 }
        return PlaceOrder.indices(of: places).map { entries[$0] }
    }

    private static func entry(
        _ change: ElementChange, _ before: ComparedElements.Element?, _ after: ComparedElements.Element?, _ alignment: inout Alignment
    ) -> Entry {
        var (lost, gained): ([String], [String]) = ([], [])
        if change == .changed, let before, let after {
            let same = alignment.pairs(before.textNumbers, after.textNumbers)
            lost = rest(of: before, without: same.map(\.old))
            gained = rest(of: after, without: same.map(\.new))
        }
        return Entry(change: change, before: before.map(side), after: after.map(side), lost: lost, gained: gained)
    }

    /// The texts that are not among these, and that the label does not end with, as that of a message does.
    private static func rest(of element: ComparedElements.Element, without numbers: [Int]) -> [String] {
        var isLeft = Array(repeating: true, count: element.texts.count)
        for number in numbers { isLeft[number] = false }
        return element.texts.indices.filter { isLeft[$0] }.map { element.texts[$0] }
            .filter { element.label != $0 && !element.label.hasSuffix(" \($0)") }
    }

    private static func side(_ element: ComparedElements.Element) -> Entry.Side {
        Entry.Side(id: element.id, label: element.label, start: element.start)
    }
}
