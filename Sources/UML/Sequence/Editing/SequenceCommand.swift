/// What a client asks to be done to a sequence diagram.
///
/// As bytes: the name of the command, then its fields in the order of ``Name/fields``, a zero byte between them. A place is four fields:
/// `body`, `block` or `operand`, the id of the statement that holds it, which operand, and how many statements stand before.
public enum SequenceCommand: Sendable {
    case changeWords(element: String, words: String)
    case addParticipant(ParticipantKind, name: String)
    case insertMessage(MessageSort, sender: String, receiver: String, words: String, at: Place)
    case changeSort(statement: String, MessageSort)
    case move(statement: String, to: Place)
    case wrap(first: String, last: String, FragmentKind, condition: String)
    case unwrap(statement: String)
    case remove(element: String)

    /// A place between statements, by ids.
    public struct Place: Sendable {
        var holder: Holder
        var owner: String
        var operand: Int
        var index: Int
    }

    public enum Holder: String, CaseIterable, Sendable {
        case body
        case block
        case operand
    }

    /// What commands are called, and their fields.
    enum Name: String, CommandName {
        case changeWords
        case addParticipant
        case insertMessage
        case changeSort
        case move
        case wrap
        case unwrap
        case remove

        var fields: StaticString {
            switch self {
            case .changeWords: "element words"
            case .addParticipant: "kind name"
            case .insertMessage: "sort sender receiver words place owner operand index"
            case .changeSort: "statement sort"
            case .move: "statement place owner operand index"
            case .wrap: "first last kind condition"
            case .unwrap: "statement"
            case .remove: "element"
            }
        }
    }
}
