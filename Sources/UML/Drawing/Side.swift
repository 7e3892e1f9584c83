/// Where something is, seen from another thing on the picture.
public enum Side: Equatable, Sendable {
    case left
    case right
    case up
    case down
}
