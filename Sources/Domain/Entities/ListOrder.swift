/// The orders in which projects and diagrams are listed. Ties are broken by id, in the same direction.
public enum ListOrder: String, CaseIterable, Sendable {
    /// By name in lower case, ascending.
    case name
    /// The newest first.
    case created
    /// The one changed last first.
    case updated
}
