/// A lifeline (UML 2.5.1, 17.3).
public struct Participant: Equatable, Sendable {
    public let id: Int
    /// What the text calls it; empty for the caller that no text names.
    public let name: String
    public internal(set) var label: String
    public internal(set) var kind = ParticipantKind.participant
    public internal(set) var stereotype: String?
    public internal(set) var emoji: String?
    public internal(set) var color: Color?
    /// In pixels.
    public internal(set) var minimumWidth: Int?
    /// The whole declaration, if there is one.
    public internal(set) var declaration: SourceRange?
    /// Each place that names it, quotes included, in order.
    public internal(set) var references: [SourceRange] = []
    /// An index into ``SequenceDiagram/groups``.
    public internal(set) var group: Int?
    /// The id of the statement that creates it, if the text shows its creation before any use.
    public internal(set) var creation: Int?

    public var isImplicitStarter: Bool { name.isEmpty }
}
