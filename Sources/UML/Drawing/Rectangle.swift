/// An upright rectangle, in pixels.
public struct Rectangle: Equatable, Sendable {
    public var x: Double
    public var y: Double
    public var width: Double
    public var height: Double

    public var maximumX: Double { x + width }
    public var maximumY: Double { y + height }
    public var middleX: Double { x + width / 2 }
    public var middleY: Double { y + height / 2 }
}
