extension SequenceScene {
    func draw(_ message: PlacedMessage) -> SceneElement {
        var shapes: [Shape] = []
        let start = x(message.from) + 0.5
        let end = x(message.to) + 0.5
        let y = message.y + 0.5
        if !message.label.isEmpty {
            let middle = ((x(message.labelStretch.start) + x(message.labelStretch.end)) / 2 + 0.5).rounded()
            let top = message.y - Metrics.labelToLine - message.label.height + 1
            if crossesLifeline(from: middle - message.label.width / 2, to: middle + message.label.width / 2, message) {
                shapes.append(backdrop(middle - message.label.width / 2, top, message.label))
            }
            shapes.append(text: message.label, Point(middle, top), .middle, message.ink)
        }
        let head = message.sort.head
        let direction = end > start ? 1.0 : -1
        shapes.append(line: Point(start, y), Point(end - direction * head.inset, y), message.line)
        shapes.append(head.shape(at: Point(end, y), direction: Point(direction, 0), message.line.stroke))
        return SceneElement(
            id: identities.statements[message.statement], part: .message, label: message.description, range: message.range, shapes: shapes)
    }

    /// A message to oneself.
    func drawLoop(_ message: PlacedMessage) -> SceneElement {
        var shapes: [Shape] = []
        let start = x(message.from) + 0.5
        let end = x(message.to) + 0.5
        let y = message.y + 0.5
        let outer = max(start, end) + Metrics.selfWidth
        if !message.label.isEmpty {
            shapes.append(text: message.label, Point(start + 7.5, message.y - Metrics.labelToLine - message.label.height + 1), .start, message.ink)
        }
        let head = message.sort.head
        let bottom = y + Metrics.selfHeight
        shapes.append(
            polyline: [Point(start, y), Point(outer, y), Point(outer, bottom), Point(end + head.inset, bottom)], message.line)
        shapes.append(head.shape(at: Point(end, bottom), direction: Point(-1, 0), message.line.stroke))
        return SceneElement(
            id: identities.statements[message.statement], part: .message, label: message.description, range: message.range, shapes: shapes)
    }

    func draw(_ execution: PlacedExecution) -> SceneElement {
        let box = Rectangle(
            x: x(execution.left) + 0.5, y: execution.top + 0.5, width: 2 * Metrics.executionHalfWidth, height: execution.bottom - execution.top)
        let shape = Shape.rectangle(box, cornerRadius: 2, Style(fill: .highlight, stroke: .highlightBorder))
        return SceneElement(id: identities.statements[execution.statement], part: .execution, label: nil, range: execution.range, shapes: [shape])
    }

    func draw(_ divider: PlacedDivider) -> SceneElement {
        var shapes: [Shape] = []
        let y = divider.y + 0.5
        let middle = ((left + right) / 2).rounded()
        shapes.append(line: Point(left, y), Point(right, y), Style(stroke: .groupBorder, strokeWidth: 1))
        if !divider.label.isEmpty {
            let box = Rectangle(
                x: (middle - divider.label.width / 2 - 12).rounded() + 0.5, y: y - (divider.label.height / 2).rounded() - 4,
                width: (divider.label.width + 24).rounded(), height: divider.label.height + 8)
            shapes.append(.rectangle(box, cornerRadius: min(box.height / 2, 13), Style(fill: .frameTab, stroke: .groupBorder)))
            shapes.append(text: divider.label, Point(middle, box.y + 3.5), .middle, .frameInk)
        }
        return SceneElement(
            id: identities.statements[divider.statement], part: .divider, label: divider.label.joined, range: divider.range, shapes: shapes)
    }

    func draw(_ comment: PlacedComment) -> SceneElement {
        var shapes: [Shape] = []
        let start = x(comment.left)
        shapes.append(backdrop(start, comment.top, comment.text))
        shapes.append(text: comment.text, Point(start, comment.top), .start, comment.color.map { .coloredInk($0) } ?? .comment)
        return SceneElement(
            id: identities.statements[comment.statement], part: .comment, label: comment.text.joined, range: comment.range, shapes: shapes)
    }

    /// Lets a text that lies on a lifeline be read.
    func backdropPaint(_ box: Rectangle) -> Paint { groups.contains { $0.x <= box.x && box.maximumX <= $0.maximumX } ? .group : .background }

    private func backdrop(_ x: Double, _ y: Double, _ text: TextLines) -> Shape {
        let box = Rectangle(x: x - 3, y: y, width: text.width + 6, height: text.height)
        return .rectangle(box, cornerRadius: 2, Style(fill: backdropPaint(box)))
    }

    private func crossesLifeline(from start: Double, to end: Double, _ message: PlacedMessage) -> Bool {
        let low = min(message.from.column, message.to.column)
        let high = max(message.from.column, message.to.column)
        guard high - low > 1 else { return false }
        return places[(low + 1)..<high].contains { $0 > start - 12 && $0 < end + 12 }
    }
}
