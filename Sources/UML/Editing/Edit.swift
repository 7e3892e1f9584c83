/// The changes of a text that mean an edit, and what they do to the ids of elements.
public struct Edit: Equatable, Sendable {
    /// In the order of their places.
    public var changes: [TextEdit]
    /// Of the elements whose ids change.
    public var successions: [Succession] = []
    /// The ids of what comes with the edit.
    public var created: [String] = []

    /// All stays as it is.
    static let nothing = Edit(changes: [])
}

extension SourceText {
    public func applying(_ edit: Edit) -> SourceText { applying(edit.changes) }
}
