/// A place on the picture, in pixels from its top left corner.
public struct Point: Equatable, Sendable {
    public var x: Double
    public var y: Double

    init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}
