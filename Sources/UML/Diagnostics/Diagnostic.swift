/// What the engine has to say about a place in a source text.
public struct Diagnostic: Equatable, Sendable {
    public var severity: Severity
    /// A name that stays the same from version to version, e.g. `unclosed-block`.
    public var code: String
    public var range: SourceRange
    public var message: String
    /// What to write instead, as a sentence.
    public var hint: String?
    /// The clause of UML that says so, where one does.
    public var reference: String?
}
