/// Reads the notation of sequence diagrams: the language of ZenUML, and the operators of UML that it lacks, as blocks of the same form.
///
/// Any text gives a diagram. What can't be read has a diagnostic, and reading goes on with the next statement.
struct SequenceParser {
    static let deepestNesting = 200
    /// In bytes.
    static let longestStereotype = 300

    var cursor: TokenCursor
    var declarations = Declarations()
    var diagnostics = DiagnosticList()
    var size = DiagramSize()
    /// The calls whose blocks enclose the statement that is being read, outermost first.
    var calls: [Call] = []
    /// The braces of the enclosing blocks, each to the end of its line, outermost first.
    var openBraces: [SourceRange] = []
    /// Where the statements begin; nil while the declarations are read.
    private(set) var bodyStart: Int?
    /// The rest of the text is passed over, because the diagram holds no more.
    private(set) var isCutOff = false
    /// Part of the text is passed over: what the diagram lacks may be there.
    var isIncomplete = false

    struct Call {
        var sender: Int
        var receiver: Int
    }

    var source: SourceText { cursor.source }
    var token: Token { cursor.token }
    /// The end of the last word taken.
    var position: Int { cursor.position }

    init(_ source: SourceText) { cursor = TokenCursor(source) }

    mutating func parse() -> SequenceDiagram {
        parseTitle()
        parseHead()
        let bodyStart = position
        self.bodyStart = bodyStart
        let statements = parseStatements(isBlock: false)
        if let start = cursor.unclosedComment {
            diagnostics.error(
                "unclosed-comment", SourceRange(start, start + 2), "This comment is never closed.", hint: "Add */ where it should end.")
        }
        var diagram = SequenceDiagram()
        diagram.title = declarations.title
        diagram.groups = declarations.groups
        diagram.starter = declarations.starter
        diagram.starterDeclaration = declarations.starterDeclaration
        diagram.body = Block(statements: statements, range: SourceRange(bodyStart, source.bytes.count))
        diagram.headEnd = bodyStart
        diagram.statementIDCount = size.statements
        diagram.participants = declarations.participants.participants
        diagram.columns = ColumnOrder.columns(of: declarations.participants, groups: declarations.groups, first: declarations.first)
        return diagram
    }

    /// The lifeline that acts where a statement names no sender.
    mutating func currentLifeline() -> Int { calls.last?.receiver ?? declarations.knownStarter() }

    /// Whether the diagram has all that it can hold; the rest of the text is then passed over.
    mutating func isFull() -> Bool {
        if isCutOff { return true }
        guard let what = size.excess(participants: declarations.participants.participants.count) else { return false }
        isCutOff = true
        isIncomplete = true
        diagnostics.error(
            "too-large", token.range, "A diagram holds at most \(what); the rest is not drawn.", hint: "Split the diagram, and use ref.")
        cursor.move(to: source.bytes.count)
        return true
    }
}
