/// How the inside and the outline of a shape are painted.
public struct Style: Equatable, Sendable {
    public var fill = Paint.none
    public var stroke = Paint.none
    /// In pixels.
    public var strokeWidth = 1.0
    /// Lengths of dash and gap; none for a whole line.
    public var dash: Dash?

    public struct Dash: Equatable, Sendable {
        public var length: Double
        public var gap: Double
    }
}
