/// The orders in which projects and diagrams are listed. Ties are broken by id, in the same direction.
public enum ListOrder: String, CaseIterable, Sendable {
    /// By name in lower case, ascending.
    case name
    /// The newest first.
    case created
    /// The one changed last first.
    case updated

    /// The field by which a list in this order is sorted, under the name that it has in every store.
    /// - Parameter updated: The field for ``updated``; the trash is ordered by another one.
    public func field(updated: String) -> String {
        switch self {
        case .name: "name_key"
        case .created: "created_at"
        case .updated: updated
        }
    }

    public var isAscending: Bool { self == .name }
}
