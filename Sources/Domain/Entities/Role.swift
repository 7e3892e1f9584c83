/// What somebody may do with a project or a diagram. Each may also do what those before it may.
public enum Role: String, Sendable, CaseIterable, Comparable {
    /// Sees it.
    case viewer
    /// Says something about it.
    case commenter
    /// Changes it.
    case editor
    /// Decides who else may do what.
    case owner

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    public static func < (left: Role, right: Role) -> Bool { left.rank < right.rank }
}
