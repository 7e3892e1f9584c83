/// What a text says of those who take part, apart from what they do.
struct Declarations {
    var title: Label?
    var participants = ParticipantTable()
    var groups: [ParticipantGroup] = []
    /// The participant that acts where a message names no sender.
    var starter: Int?
    /// Where `@Starter(…)` names it.
    var starterDeclaration: SourceRange?

    /// Who stands left of those that are declared, without being declared: the starter that the text names as such, and the caller that no
    /// text names. Who merely speaks first stands where the others stand.
    var first: Int? {
        guard let starter, participants[starter].declaration == nil else { return nil }
        return starterDeclaration != nil || participants[starter].isImplicitStarter ? starter : nil
    }

    /// The starter, made if nobody has acted yet.
    mutating func knownStarter() -> Int {
        if let starter { return starter }
        let implicit = participants.addImplicitStarter()
        starter = implicit
        return implicit
    }
}
