/// The line and the head of a message (UML 2.5.1, 17.4: notation of messages): filled for a call, open for an asynchronous message; replies and
/// creations are dashed and open.
struct Arrow {
    let sort: MessageSort

    init(_ sort: MessageSort) { self.sort = sort }

    var line: Style {
        let isDashed = sort == .reply || sort == .createMessage
        return Style(stroke: .line, strokeWidth: 1.25, dash: isDashed ? Style.Dash(length: 5, gap: 3) : nil)
    }

    /// How far the line ends before the tip, so that it doesn't blunt it.
    var inset: Double { sort == .synchCall ? 6 : 0.5 }

    /// `direction` is 1 for a head that points right, -1 for left.
    func head(at tip: Point, direction: Double) -> Shape {
        let back = tip.x - direction * 9
        let upper = Point(back, tip.y - 4.5)
        let lower = Point(back, tip.y + 4.5)
        if sort == .synchCall {
            return .path([.move(tip), .line(upper), .line(lower), .close], Style(fill: .line))
        }
        return .path([.move(upper), .line(tip), .line(lower)], Style(stroke: .line, strokeWidth: 1.25))
    }
}
