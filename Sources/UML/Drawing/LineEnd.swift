/// What a relation ends in (UML 2.5.1, 9.2.4, 10.4.4, 11.5.4; for numbers the crow's feet of entities and relationships).
public enum LineEnd: Equatable, Sendable {
    case none
    case open
    case triangle
    case composition
    case aggregation
    case cross
    case nesting
    case socket
    case ball
    case zero
    case one
    case many
    case oneOrMany
    case zeroOrMany
}
