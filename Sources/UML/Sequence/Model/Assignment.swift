/// `const Type name =` before a call: where the reply's value goes.
public struct Assignment: Equatable, Sendable {
    public var modifiers: [String]
    public var type: String?
    public var assignee: String
    public var range: SourceRange

    /// As UML writes a typed name: `name: Type`.
    public var text: String { type.map { "\(assignee): \($0)" } ?? assignee }
}
