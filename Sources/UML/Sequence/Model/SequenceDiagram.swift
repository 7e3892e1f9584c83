/// An interaction (UML 2.5.1, clause 17.2): lifelines, and what passes between them in order of time.
public struct SequenceDiagram: Sendable {
    public internal(set) var title: Label?
    /// By ``Participant/id``, in the order in which the text names them.
    public internal(set) var participants: [Participant] = []
    /// Participants' ids from left to right.
    public internal(set) var columns: [Int] = []
    public internal(set) var groups: [ParticipantGroup] = []
    /// The participant that acts where a message names no sender.
    public internal(set) var starter: Int?
    /// Where `@Starter(…)` names it.
    public internal(set) var starterDeclaration: SourceRange?
    public internal(set) var body = Block(statements: [], range: SourceRange(0, 0))
    /// Where the participants' declarations end and the statements begin.
    public internal(set) var headEnd = 0
    /// How many ids of statements were taken. Not each is of a statement, for the parser can let go of what it has begun.
    public internal(set) var statementIDCount = 0
}
