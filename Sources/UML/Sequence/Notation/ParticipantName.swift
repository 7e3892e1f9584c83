/// A participant's name as a statement writes it.
struct ParticipantName {
    var text: String
    /// Quotes included; an emoji before it not.
    var range: SourceRange
    var emoji: String?
    /// The emoji's brackets included.
    var start: Int
}
