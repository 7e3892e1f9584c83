/// A message between two lifelines (UML 2.5.1, 17.4).
public struct Message: Equatable, Sendable {
    public var sort: MessageSort
    /// Ids of participants; equal for a message to oneself.
    public var sender: Int
    public var receiver: Int
    /// The method with its arguments, or the words of an asynchronous message; empty where the text has none.
    public var text: Label
    /// Where the sender stands, if the text names it.
    public var senderRange: SourceRange?
    public var receiverRange: SourceRange?
    public var assignment: Assignment?
    /// What happens while the receiver executes the call.
    public var block: Block?
}
