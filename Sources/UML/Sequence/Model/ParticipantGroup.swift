/// Participants that belong together, drawn in a box.
public struct ParticipantGroup: Equatable, Sendable {
    public var name: Label?
    public var range: SourceRange
    /// Ids, from left to right.
    public var participants: [Int] = []
}
