/// What a colour is for; a theme says which one it is.
public enum Paint: Equatable, Sendable {
    case none
    case background
    case ink
    case mutedInk
    case line
    case header
    case headerBorder
    case headerInk
    case lifeline
    case execution
    case executionBorder
    case fragmentBorder
    case fragmentTab
    case fragmentInk
    case group
    case groupBorder
    case comment
    case fixed(Color)
}
