/// A person as UML draws an actor (UML 2.5.1, 18.1.4), 40 pixels high and 24 wide.
enum StickFigure {
    static let height = 40.0

    /// - Parameters:
    ///   - top: The middle of its upper edge.
    ///   - style: Of its head; `lines` of the rest.
    static func shapes(_ top: Point, _ style: Style, _ lines: Style) -> [Shape] {
        var shapes: [Shape] = [.ellipse(center: Point(top.x, top.y + 8), radiusX: 7, radiusY: 7, style)]
        shapes.append(line: Point(top.x, top.y + 15), Point(top.x, top.y + 28), lines)
        shapes.append(line: Point(top.x - 12, top.y + 20), Point(top.x + 12, top.y + 20), lines)
        shapes.append(polyline: [Point(top.x - 10, top.y + 40), Point(top.x, top.y + 28), Point(top.x + 10, top.y + 40)], lines)
        return shapes
    }
}
