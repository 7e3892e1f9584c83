/// What became of an element between two texts of a diagram.
public enum ElementChange: String, CaseIterable, Sendable {
    case added
    case removed
    /// It is there in both, and something is said of it that was not said before.
    case changed
    /// It says the same at another place in the order of things.
    case moved
}
