/// What can be drawn between two elements, from what it begins at to what it leads to.
public enum RelationshipKind: String, CaseIterable, Sendable {
    case association
    /// Navigable to where it leads (UML 2.5.1, 11.5.3.3).
    case directedAssociation
    /// From the whole to its part.
    case aggregation
    case composition
    /// From what is special to what is general.
    case generalization
    case realization
    case dependency
    /// Of use cases (UML 2.5.1, 18.1.3).
    case include
    case extend
    /// From what holds the other one in itself.
    case nesting

    /// At what it begins at, and at what it leads to.
    var heads: (source: LineEnd, target: LineEnd) {
        switch self {
        case .association: (.none, .none)
        case .directedAssociation, .dependency, .include, .extend: (.none, .open)
        case .aggregation: (.aggregation, .none)
        case .composition: (.composition, .none)
        case .generalization, .realization: (.none, .triangle)
        case .nesting: (.nesting, .none)
        }
    }

    var isDashed: Bool {
        switch self {
        case .realization, .dependency, .include, .extend: true
        default: false
        }
    }

    /// What is general is drawn above, and so it is written first.
    var beginsWithTarget: Bool { self == .generalization || self == .realization }

    /// Nil for what has other signs at its ends.
    init?(of relationship: Relationship) {
        let isForward = relationship.leadsToSecond
        let (source, target) = isForward ? (relationship.first.head, relationship.second.head) : (relationship.second.head, relationship.first.head)
        // Those that are called by a keyword come before those that look the same.
        for kind in Self.allCases.reversed() where kind.heads == (source, target) && kind.isDashed == relationship.isDashed {
            if let keyword = kind.keyword, !LabelNotation.says(keyword, relationship.name) { continue }
            self = kind
            return
        }
        return nil
    }

    /// What it is called.
    var keyword: StaticString? {
        switch self {
        case .include: "include"
        case .extend: "extend"
        default: nil
        }
    }

    /// The same as the name of a relation, and as the text writes it.
    var name: String? { keyword.map { "«\($0.string)»" } }
    var writtenName: String? { keyword.map { "<<\($0.string)>>" } }
}
