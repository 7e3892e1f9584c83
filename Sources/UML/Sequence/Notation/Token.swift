/// A word of the notation.
struct Token: Equatable {
    var kind: Kind
    var start: Int
    var end: Int
    /// The first word of its line.
    var startsLine: Bool

    var range: SourceRange { SourceRange(start, end) }

    enum Kind: Equatable {
        case name
        case string
        case unclosedString
        case number
        case annotation
        case color
        case arrow
        case replyArrow
        /// A line that is no arrow of the notation.
        case badArrow
        case dot
        case colon
        case assign
        case comma
        case semicolon
        case leftParenthesis
        case rightParenthesis
        case leftBrace
        case rightBrace
        case leftBracket
        case rightBracket
        case less
        case greater
        case stereotypeOpen
        case stereotypeClose
        case divider
        case other
        case end
    }
}
