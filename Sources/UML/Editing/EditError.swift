/// Why an edit is not made. The text then stays as it is.
public enum EditError: String, Error, Equatable, Sendable {
    /// There is no such statement, participant or block.
    case noSuchElement
    /// A name is empty, or has a line break.
    case badName
    case nameInUse
    /// The words can't be written in this place, e.g. a line break in a message.
    case badText
    /// A statement can't be moved into itself.
    case intoItself
    /// A call with a block, or with a result, can't become a message of another kind.
    case holdsMore
    /// A fragment of which only the first case could stay.
    case severalCases
    /// The braces around the place are incomplete.
    case brokenBlock
    /// It can't be written so that everything else keeps its meaning, e.g. who sends what.
    case changesMore
    /// What was asked for is no command, or lacks a field.
    case badCommand
}
