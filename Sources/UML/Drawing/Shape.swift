/// What a picture is made of.
public enum Shape: Equatable, Sendable {
    case rectangle(Rectangle, cornerRadius: Double, Style)
    case ellipse(center: Point, radiusX: Double, radiusY: Double, Style)
    case path([PathSegment], Style)
    case text(TextShape)
}
