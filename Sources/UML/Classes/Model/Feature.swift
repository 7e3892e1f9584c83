/// An attribute, an operation or an enumeration literal of a classifier (UML 2.5.1, 9.4), as it is written.
public struct Feature: Equatable, Sendable {
    /// Without visibility and modifiers.
    public var text: String
    public var visibility: Visibility?
    public var isStatic = false
    public var isAbstract = false
    public var isOperation = false
    public var range: SourceRange

    /// UML 2.5.1, 7.8.24.
    public enum Visibility: String, Sendable {
        case `public` = "+"
        case `private` = "-"
        case protected = "#"
        case package = "~"
    }
}
