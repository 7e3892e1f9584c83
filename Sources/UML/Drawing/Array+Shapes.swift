extension Array where Element == Shape {
    /// Lines of text one below the other; `top` is the top of the first, `x` their beginning or their middle. ``TextShape/detail`` says what
    /// they show.
    mutating func append(text: TextLines, _ top: Point, _ anchor: TextShape.Anchor, _ paint: Paint, detail: Int = 0) {
        var baseline = top.y + text.font.ascent
        for line in text.lines {
            append(.text(TextShape(line: line, font: text.font, origin: Point(top.x, baseline), anchor: anchor, paint: paint, detail: detail)))
            baseline += text.font.lineHeight
        }
    }

    mutating func append(line from: Point, _ to: Point, _ style: Style) {
        append(.path([.move(from), .line(to)], style))
    }

    mutating func append(polygon points: [Point], _ style: Style) {
        append(polyline: points, closed: true, style)
    }

    mutating func append(polyline points: [Point], closed: Bool = false, _ style: Style) {
        guard let first = points.first else { return }
        var path: [PathSegment] = [.move(first)]
        for point in points.dropFirst() { path.append(.line(point)) }
        if closed { path.append(.close) }
        append(.path(path, style))
    }
}
