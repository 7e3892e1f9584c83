/// What kind of communication a message is (UML 2.5.1, 17.4 and 17.12: MessageSort).
public enum MessageSort: String, CaseIterable, Sendable {
    case synchCall
    case asynchCall
    case createMessage
    case reply
}
