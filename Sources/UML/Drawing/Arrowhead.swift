/// What a line ends in.
enum Arrowhead {
    /// A filled triangle.
    case filled
    /// Two strokes.
    case open

    /// How far the line ends before the tip, so that it doesn't blunt it.
    var inset: Double {
        switch self {
        case .filled: 6
        case .open: 0.5
        }
    }

    /// - Parameter direction: Where it points, as a vector of length 1.
    func shape(at tip: Point, direction: Point, _ paint: Paint) -> Shape {
        // The side that is higher on the picture, and the other one.
        let side = direction.x < 0 ? -1.0 : 1
        let back = Point(tip.x - direction.x * Self.length, tip.y - direction.y * Self.length)
        let across = Point(-direction.y * side * Self.halfWidth, direction.x * side * Self.halfWidth)
        let upper = Point(back.x - across.x, back.y - across.y)
        let lower = Point(back.x + across.x, back.y + across.y)
        switch self {
        case .filled: return .path([.move(tip), .line(upper), .line(lower), .close], Style(fill: paint))
        case .open: return .path([.move(upper), .line(tip), .line(lower)], Style(stroke: paint, strokeWidth: 1.25))
        }
    }

    private static let length = 9.0
    private static let halfWidth = 4.5
}
