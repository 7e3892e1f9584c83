/// Checks a sequence diagram against every ``SequenceRule``, in one walk.
struct SequenceRules {
    private let diagram: SequenceDiagram
    private let source: SourceText
    private let isComplete: Bool
    private var diagnostics: DiagnosticList
    private var openCalls = 0
    private var created: [Bool]

    /// - Parameter isComplete: Whether all of the text is in the diagram. If not, nothing is said of what the diagram lacks.
    static func check(_ diagram: SequenceDiagram, source: SourceText, isComplete: Bool, into diagnostics: inout DiagnosticList) {
        var rules = SequenceRules(
            diagram: diagram, source: source, isComplete: isComplete, diagnostics: diagnostics,
            created: Array(repeating: false, count: diagram.participants.count))
        rules.check(diagram.body)
        rules.checkParticipants()
        diagnostics = rules.diagnostics
    }

    private init(diagram: SequenceDiagram, source: SourceText, isComplete: Bool, diagnostics: DiagnosticList, created: [Bool]) {
        self.diagram = diagram
        self.source = source
        self.isComplete = isComplete
        self.diagnostics = diagnostics
        self.created = created
    }

    private mutating func report(_ rule: SequenceRule, _ severity: Severity, _ range: SourceRange, _ message: String, hint: String) {
        diagnostics.append(
            Diagnostic(severity: severity, code: rule.rawValue, range: range, message: message, hint: hint, reference: rule.reference))
    }

    private mutating func check(_ block: Block) {
        var reply: Statement?
        for statement in block.statements {
            if reply != nil, !isDivider(statement) {
                report(
                    .unreachableStatement, .warning, statement.range, "This comes after a return.", hint: "Move it above the return, or remove it.")
                reply = nil
            }
            switch statement.content {
            case .message(let message):
                check(message, statement)
                if isReturn(message) { reply = statement }
            case .fragment(let fragment): check(fragment, statement)
            case .interactionUse, .divider: break
            }
        }
    }

    private func isDivider(_ statement: Statement) -> Bool {
        if case .divider = statement.content { true } else { false }
    }

    /// Replies with an arrow name their sender; `return` ends the call whose block it is in.
    private func isReturn(_ message: Message) -> Bool { message.sort == .reply && message.senderRange == nil && message.receiverRange == nil }

    private mutating func check(_ message: Message, _ statement: Statement) {
        if isReturn(message), openCalls == 0 {
            report(
                .replyWithoutCall, .warning, statement.range, "Nothing was called that this could return from.",
                hint: "Write it in the block of a call: A.method() { return value }.")
        }
        if message.sort == .asynchCall, message.text.text.isEmpty {
            report(.messageWithoutText, .information, statement.range, "This message says nothing.", hint: "Write A -> B: text.")
        }
        if message.sort == .createMessage { checkCreation(message, statement) }
        guard let block = message.block else { return }
        openCalls += 1
        check(block)
        openCalls -= 1
    }

    private mutating func checkCreation(_ message: Message, _ statement: Statement) {
        let participant = diagram.participants[message.receiver]
        if created[participant.id] {
            report(
                .createdTwice, .warning, statement.range, "“\(participant.label.shortened)” is created a second time.",
                hint: "Assign it to another name: other = new \(participant.name.shortened)().")
        } else if participant.creation != statement.id {
            report(
                .messageBeforeCreation, .warning, statement.range, "“\(participant.label.shortened)” takes part before it is created.",
                hint: "Create it before its first message.")
        }
        created[participant.id] = true
    }

    private mutating func check(_ fragment: CombinedFragment, _ statement: Statement) {
        let word = fragment.keyword ?? SourceRange(statement.range.start, min(statement.range.start + 1, statement.range.end))
        if !isComplete {
            // An operand or a statement may be in what was passed over.
        } else if fragment.kind.hasStatementsAsOperands, fragment.operands.count < 2 {
            report(
                .operandCount, .warning, word, "“\(fragment.kind.rawValue)” has fewer than two operands.",
                hint: "Each statement in its block is an operand; braces make one of several.")
        } else if fragment.operands.allSatisfy({ $0.block.statements.isEmpty }) {
            report(.emptyFragment, .information, word, "Nothing happens in this block.", hint: "Write statements between its braces.")
        }
        checkOrder(fragment)
        checkHeading(fragment, word)
        for operand in fragment.operands { check(operand.block) }
    }

    private mutating func checkOrder(_ fragment: CombinedFragment) {
        for (index, operand) in fragment.operands.enumerated() where index < fragment.operands.count - 1 {
            let range = SourceRange(operand.range.start, operand.block.range.start)
            if operand.role == .otherwise {
                report(.misplacedElse, .error, range, "Only the last operand can be an else.", hint: "Give it a condition: else if (…).")
            }
            if operand.role == .finally {
                report(.misplacedFinally, .error, range, "Only the last block can be a finally.", hint: "Move it below the others.")
            }
        }
    }

    private mutating func checkHeading(_ fragment: CombinedFragment, _ word: SourceRange) {
        switch fragment.kind {
        case .loop:
            if let heading = fragment.heading, let bounds = LoopBounds(heading.text), let maximum = bounds.maximum, maximum < max(bounds.minimum, 1) {
                report(
                    .loopBounds, .error, heading.range, "A loop can't run \(heading.text.shortened) times.",
                    hint: "Write the smaller number first, and a larger one than 0 second.")
            }
        case .ignore, .consider:
            if fragment.heading == nil {
                report(
                    .missingMessages, .warning, word, "“\(fragment.kind.rawValue)” names no messages.",
                    hint: "Write \(fragment.kind.rawValue)(message, …) { … }.")
            }
        case .breaking:
            if fragment.operands.first?.guardText == nil {
                report(
                    .breakWithoutGuard, .information, word, "Without a condition it is open whether this breaks off.",
                    hint: "Write break(condition) { … }.")
            }
        default: break
        }
    }

    private mutating func checkParticipants() {
        guard isComplete, !diagram.body.statements.isEmpty else { return }
        for participant in diagram.participants {
            guard let declaration = participant.declaration, participant.id != diagram.starter else { continue }
            guard !participant.references.contains(where: { $0.start >= diagram.headEnd }) else { continue }
            report(
                .unusedParticipant, .information, declaration, "“\(participant.name.shortened)” takes part in nothing.",
                hint: "Send it a message, or remove it.")
        }
    }
}
