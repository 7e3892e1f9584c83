/// What a sequence diagram may break although it can be drawn. The raw value is the diagnostic's code.
public enum SequenceRule: String, CaseIterable, Sendable {
    case operandCount = "operand-count"
    case loopBounds = "loop-bounds"
    case misplacedElse = "misplaced-else"
    case misplacedFinally = "misplaced-finally"
    case missingMessages = "missing-messages"
    case breakWithoutGuard = "break-without-guard"
    case messageBeforeCreation = "message-before-creation"
    case createdTwice = "created-twice"
    case replyWithoutCall = "reply-without-call"
    case unreachableStatement = "unreachable-statement"
    case unusedParticipant = "unused-participant"
    case emptyFragment = "empty-fragment"
    case messageWithoutText = "message-without-text"

    /// The clause of UML 2.5.1; nil where good sense is the only source.
    public var reference: String? {
        switch self {
        case .operandCount: "UML 2.5.1, 17.6 (CombinedFragment, InteractionOperatorKind)"
        case .loopBounds: "UML 2.5.1, 17.6 (InteractionConstraint)"
        case .misplacedElse: "UML 2.5.1, 17.6 (InteractionOperatorKind alt)"
        case .missingMessages: "UML 2.5.1, 17.6 (ConsiderIgnoreFragment)"
        case .breakWithoutGuard: "UML 2.5.1, 17.6 (InteractionOperatorKind break)"
        case .messageBeforeCreation, .createdTwice: "UML 2.5.1, 17.4 (createMessage)"
        case .replyWithoutCall: "UML 2.5.1, 17.4 (reply)"
        case .misplacedFinally, .unreachableStatement, .unusedParticipant, .emptyFragment, .messageWithoutText: nil
        }
    }
}
