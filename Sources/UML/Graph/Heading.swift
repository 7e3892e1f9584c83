/// Which way a piece of an edge leads, clockwise.
enum Heading {
    case right
    case down
    case left
    case up

    var isLevel: Bool { self == .right || self == .left }

    var opposite: Heading {
        switch self {
        case .right: .left
        case .down: .up
        case .left: .right
        case .up: .down
        }
    }
}
