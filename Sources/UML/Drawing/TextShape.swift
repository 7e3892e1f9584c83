/// A line of text on the picture.
public struct TextShape: Equatable, Sendable {
    var line: TextLine
    var font: Font
    /// Where the baseline begins, or its middle.
    public var origin: Point
    public var anchor: Anchor
    public var paint: Paint
    /// Which detail of its element it shows, counted from 1: a feature of a classifier, the first or the second end of a relation. 0 for the
    /// element's own words.
    public var detail = 0

    public enum Anchor: Equatable, Sendable {
        case start
        case middle
    }

    public var text: String { line.text }
    /// The room that was measured for it.
    public var box: Rectangle {
        let left = anchor == .start ? origin.x : origin.x - line.width / 2
        return Rectangle(x: left, y: origin.y - font.ascent, width: line.width, height: font.lineHeight)
    }
}
