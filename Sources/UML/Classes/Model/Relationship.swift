/// What connects two classifiers (UML 2.5.1, 9.9.7, 11.5, 7.7), drawn from its first to its second end.
public struct Relationship: Sendable {
    public var first: End
    public var second: End
    public var isDashed: Bool
    public var isHidden: Bool
    /// What it is called, as the text says it behind a colon.
    var name: String?
    var stereotype: String?
    /// What `note on link` says.
    var noteTexts: [String] = []
    /// How many layers lie between its ends at least.
    public var length: Int
    /// Whether both ends are to stand side by side.
    public var isLevel = false
    /// Where the second end is from the first one, if the text says so.
    var direction: Side?
    public var color: Color?
    public var range: SourceRange
    /// Nil if it follows from `extends` or `implements`, or from an association class.
    var arrow: SourceRange?
    /// In square brackets in the arrow.
    var style: SourceRange?
    /// Of its name, without quotes.
    var nameRange: SourceRange?
    /// Of `extends` with all that follows, if it is written so.
    var clause: SourceRange?
    /// Of what `note on link` says, which is part of its label.
    public var notes: [SourceRange] = []

    public struct End: Sendable {
        /// ``Classifier/id``.
        public var classifier: Int
        /// Role and multiplicity.
        public var text: String?
        var head: LineEnd
        /// The feature that it leads to.
        public var feature: String?
        /// With quotes, brackets, type parameters, and the feature.
        var range: SourceRange
        /// Without quotes.
        var textRange: SourceRange?
    }

    @inline(never)
    init(_ first: End, _ second: End, isDashed: Bool, isHidden: Bool = false, length: Int = 1, at range: SourceRange) {
        self.first = first
        self.second = second
        self.isDashed = isDashed
        self.isHidden = isHidden
        self.length = length
        self.range = range
    }

    public enum Position: String, CaseIterable, Sendable {
        case first
        case second
    }

    subscript(position: Position) -> End {
        get { position == .first ? first : second }
        set { if position == .first { first = newValue } else { second = newValue } }
    }

    /// Whether it runs from its first to its second end: an arrow to where its head is, what says nothing as it is written, all else from the
    /// end that is marked.
    var leadsToSecond: Bool {
        func leads(_ end: End) -> Bool { end.head == .triangle || end.head == .open }
        if leads(first) != leads(second) { return leads(second) }
        return first.head != .none || second.head == .none
    }

    /// What stands beside its middle.
    public var label: String? {
        var lines: [String] = []
        if let stereotype { lines.append(stereotype) }
        if let name { lines.append(name) }
        lines += noteTexts
        return lines.isEmpty ? nil : lines.joined(by: "\n")
    }

    /// A generalization or a realization: its arrow has a triangle at one end.
    var isGeneralization: Bool { generalization != nil }

    /// What is more general, where the triangle is, and what is more special; nil if it is no generalization.
    var generalization: (general: End, special: End)? {
        guard let (general, special) = ends(.triangle), special.head != .triangle else { return nil }
        return (general, special)
    }

    /// The whole, where the filled diamond is, and its part; nil if it is no composition.
    var composition: (whole: End, part: End)? { ends(.composition).map { ($0, $1) } }

    /// What is at the blunt end of a dashed arrow, and at its head; nil if it is none.
    var dependency: (client: End, supplier: End)? {
        guard isDashed, let (supplier, client) = ends(.open), client.head != .open else { return nil }
        return (client, supplier)
    }

    /// The end with this symbol, the first one if both have it, and the other one.
    private func ends(_ head: LineEnd) -> (End, End)? {
        first.head == head ? (first, second) : second.head == head ? (second, first) : nil
    }
}
