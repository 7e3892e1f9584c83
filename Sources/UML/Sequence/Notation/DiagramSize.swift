/// How much a diagram holds already. What a person can look at is far below the limits; they bound the picture that a hostile text can ask for.
struct DiagramSize {
    private static let mostStatements = 25_000
    private static let mostParticipants = 1_000
    private static let mostOtherParts = 50_000

    private(set) var statements = 0
    /// Operands and lines of comments: what is drawn besides statements.
    var otherParts = 0

    mutating func takeStatementID() -> Int {
        statements += 1
        return statements - 1
    }

    /// What there is the most of that a diagram can hold; nil while there is room.
    func excess(participants: Int) -> String? {
        if statements >= Self.mostStatements { return "\(Self.mostStatements) statements" }
        if participants > Self.mostParticipants { return "\(Self.mostParticipants) participants" }
        if otherParts > Self.mostOtherParts { return "\(Self.mostOtherParts) operands and lines of comments" }
        return nil
    }
}
