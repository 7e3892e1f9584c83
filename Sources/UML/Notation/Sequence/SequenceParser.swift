/// Reads the notation of sequence diagrams: the language of ZenUML, and the operators of UML that it lacks, as blocks of the same form.
///
/// Any text gives a diagram. What can't be read has a diagnostic, and reading goes on with the next statement.
struct SequenceParser {
    static let deepestNesting = 200
    /// What a person can look at is far below; these bound the picture that a hostile text can ask for.
    static let mostStatements = 25_000
    static let mostParticipants = 1_000
    static let mostOtherParts = 50_000
    /// In bytes.
    static let longestStereotype = 300

    let source: SourceText
    let scanner: Scanner
    var token: Token
    /// The end of the last word taken.
    var position = 0
    var diagnostics = DiagnosticList()
    var table = ParticipantTable()
    var groups: [ParticipantGroup] = []
    var title: Label?
    var starterDeclaration: SourceRange?
    var starter: Int?
    /// The calls whose blocks enclose the statement that is being read, outermost first.
    var calls: [Call] = []
    var depth = 0
    var nextStatementID = 0
    /// Where the statements begin.
    var bodyStart = 0
    var isInHead = true
    /// The braces of the enclosing blocks, each to the end of its line, outermost first.
    var openBraces: [SourceRange] = []
    var brackets = BracketIndex()
    /// The end of a line, and from where on it is known to be that.
    var lastLine = SourceRange(1, 0)
    /// The same of a stereotype.
    var lastStereotype = SourceRange(1, 0)
    /// The rest of the text is passed over, because the diagram holds no more.
    var isCutOff = false
    /// Part of the text is passed over: what the diagram lacks may be there.
    var isIncomplete = false
    /// Operands and lines of comments: what is drawn besides statements.
    var otherParts = 0

    struct Call {
        var sender: Int
        var receiver: Int
    }

    init(_ source: SourceText) {
        self.source = source
        scanner = Scanner(bytes: source.bytes)
        token = scanner.token(from: 0)
    }

    mutating func parse() -> SequenceDiagram {
        parseTitle()
        parseHead()
        bodyStart = position
        isInHead = false
        let statements = parseStatements(isBlock: false)
        var diagram = SequenceDiagram()
        diagram.title = title
        diagram.groups = groups
        diagram.starter = starter
        diagram.starterDeclaration = starterDeclaration
        diagram.body = Block(statements: statements, range: SourceRange(bodyStart, source.bytes.count))
        diagram.headEnd = bodyStart
        diagram.statementCount = nextStatementID
        diagram.participants = table.participants
        diagram.columns = ColumnOrder.columns(of: table, groups: &diagram.groups, starter: starter)
        return diagram
    }

    /// The lifeline that acts where a statement names no sender.
    mutating func currentLifeline() -> Int {
        if let call = calls.last { return call.receiver }
        if let starter { return starter }
        let implicit = table.addImplicitStarter()
        starter = implicit
        return implicit
    }

    /// Whether the diagram has all that it can hold; the rest of the text is then passed over.
    mutating func isFull() -> Bool {
        if isCutOff { return true }
        let what: String
        if nextStatementID >= Self.mostStatements {
            what = "\(Self.mostStatements) statements"
        } else if table.participants.count > Self.mostParticipants {
            what = "\(Self.mostParticipants) participants"
        } else if otherParts > Self.mostOtherParts {
            what = "\(Self.mostOtherParts) operands and lines of comments"
        } else {
            return false
        }
        isCutOff = true
        isIncomplete = true
        diagnostics.error(
            "too-large", token.range, "A diagram holds at most \(what); the rest is not drawn.", hint: "Split the diagram, and use ref.")
        move(to: source.bytes.count)
        return true
    }

    mutating func takeStatementID() -> Int {
        nextStatementID += 1
        return nextStatementID - 1
    }
}
