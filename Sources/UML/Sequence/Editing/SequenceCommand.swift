/// What a client asks to be done to a sequence diagram.
///
/// As bytes: the name of the command, then its fields in the order of ``Name/fields``, a zero byte between them. A place is four fields:
/// `body`, `block` or `operand`, the id of the statement that holds it, which operand, and how many statements stand before. A column says how
/// many participants stand to the left.
public enum SequenceCommand: Sendable {
    case changeWords(element: String, words: String)
    case addParticipant(ParticipantKind, name: String, column: Int)
    case moveParticipant(participant: String, column: Int)
    case changeKind(participant: String, ParticipantKind)
    case insertMessage(MessageSort, sender: String, receiver: String, words: String, at: Place)
    case insertFragment(FragmentKind, condition: String, at: Place)
    case insertDivider(words: String, at: Place)
    case insertReference(words: String, participants: [String], at: Place)
    case changeSort(statement: String, MessageSort)
    case attach(statement: String, MessageEnd, participant: String)
    case move(statement: String, to: Place)
    case wrap(first: String, last: String, FragmentKind, condition: String)
    case unwrap(statement: String)
    case changeOperator(statement: String, FragmentKind, condition: String)
    case addOperand(statement: String, condition: String)
    case changeOperand(statement: String, operand: Int, condition: String)
    case removeOperand(statement: String, operand: Int)
    case changeComment(statement: String, words: String)
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

    public enum MessageEnd: String, CaseIterable, Sendable {
        case sender
        case receiver
    }

    /// What commands are called, and their fields.
    enum Name: String, CommandName {
        case changeWords
        case addParticipant
        case moveParticipant
        case changeKind
        case insertMessage
        case insertFragment
        case insertDivider
        case insertReference
        case changeSort
        case attach
        case move
        case wrap
        case unwrap
        case changeOperator
        case addOperand
        case changeOperand
        case removeOperand
        case changeComment
        case remove

        var fields: StaticString {
            switch self {
            case .changeWords: "element words"
            case .addParticipant: "kind name column"
            case .moveParticipant: "participant column"
            case .changeKind: "participant kind"
            case .insertMessage: "sort sender receiver words place owner operand index"
            case .insertFragment: "kind condition place owner operand index"
            case .insertDivider: "words place owner operand index"
            case .insertReference: "words participants place owner operand index"
            case .changeSort: "statement sort"
            case .attach: "statement end participant"
            case .move: "statement place owner operand index"
            case .wrap: "first last kind condition"
            case .unwrap: "statement"
            case .changeOperator: "statement kind condition"
            case .addOperand: "statement condition"
            case .changeOperand: "statement operand condition"
            case .removeOperand: "statement operand"
            case .changeComment: "statement words"
            case .remove: "element"
            }
        }
    }
}
