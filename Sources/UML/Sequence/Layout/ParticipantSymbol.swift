/// The outlines of the eight kinds of participant: UML's box and actor, the symbols of the UML profile for software development processes
/// (boundary, control, entity), and the usual ones for a database, a collection and a queue.
struct ParticipantSymbol {
    let kind: ParticipantKind
    private let style: Style
    private let lines: Style

    init(_ kind: ParticipantKind, color: Color?) {
        self.kind = kind
        let stroke = color.map { Paint.outline($0) } ?? .shapeBorder
        style = Style(fill: color.map { .fixed($0) } ?? .shape, stroke: stroke, strokeWidth: kind.isSymbolAboveName ? 1.5 : 1.25)
        lines = Style(stroke: stroke, strokeWidth: 1.5)
    }

    func shapes(in box: Rectangle) -> [Shape] {
        let middle = Point(box.middleX, box.y + 20)
        return switch kind {
        case .participant: [.rectangle(box, cornerRadius: 5, style)]
        case .actor: StickFigure.shapes(Point(box.middleX, box.y), style, lines)
        case .boundary: boundary(middle)
        case .control: control(middle)
        case .entity: entity(middle)
        case .database: database(Point(box.middleX, box.y))
        case .collections: collections(box)
        case .queue: queue(box)
        }
    }

    private func boundary(_ center: Point) -> [Shape] {
        var shapes: [Shape] = [.ellipse(center: Point(center.x + 6, center.y), radiusX: 15, radiusY: 15, style)]
        shapes.append(line: Point(center.x - 19, center.y - 13), Point(center.x - 19, center.y + 13), lines)
        shapes.append(line: Point(center.x - 19, center.y), Point(center.x - 9, center.y), lines)
        return shapes
    }

    private func control(_ center: Point) -> [Shape] {
        var shapes: [Shape] = [.ellipse(center: Point(center.x, center.y + 2), radiusX: 16, radiusY: 16, style)]
        let top = center.y - 14
        shapes.append(polyline: [Point(center.x + 6, top - 5), Point(center.x - 1, top), Point(center.x + 6, top + 5)], lines)
        return shapes
    }

    private func entity(_ center: Point) -> [Shape] {
        var shapes: [Shape] = [.ellipse(center: center, radiusX: 16, radiusY: 16, style)]
        shapes.append(line: Point(center.x - 16, center.y + 18), Point(center.x + 16, center.y + 18), lines)
        return shapes
    }

    private func database(_ top: Point) -> [Shape] {
        let (left, right) = (top.x - 18, top.x + 18)
        let (upper, lower) = (top.y + 7, top.y + 35)
        let side: [PathSegment] = [
            .move(Point(left, upper)), .curve(Point(left, upper - 8), Point(right, upper - 8), to: Point(right, upper)),
            .line(Point(right, lower)), .curve(Point(right, lower + 8), Point(left, lower + 8), to: Point(left, lower)), .close,
        ]
        let rim: [PathSegment] = [.move(Point(left, upper)), .curve(Point(left, upper + 8), Point(right, upper + 8), to: Point(right, upper))]
        return [.path(side, style), .path(rim, lines)]
    }

    private func collections(_ box: Rectangle) -> [Shape] {
        let back = Rectangle(x: box.x + 6, y: box.y, width: box.width - 6, height: box.height - 6)
        let front = Rectangle(x: box.x, y: box.y + 6, width: box.width - 6, height: box.height - 6)
        return [.rectangle(back, cornerRadius: 3, style), .rectangle(front, cornerRadius: 3, style)]
    }

    private func queue(_ box: Rectangle) -> [Shape] {
        let bulge = 9.0
        let (left, right) = (box.x + bulge, box.maximumX - bulge)
        let (top, bottom) = (box.y, box.maximumY)
        let side: [PathSegment] = [
            .move(Point(left, top)), .line(Point(right, top)),
            .curve(Point(right + bulge * 1.33, top), Point(right + bulge * 1.33, bottom), to: Point(right, bottom)), .line(Point(left, bottom)),
            .curve(Point(left - bulge * 1.33, bottom), Point(left - bulge * 1.33, top), to: Point(left, top)), .close,
        ]
        let rim: [PathSegment] = [
            .move(Point(right, top)), .curve(Point(right - bulge * 1.33, top), Point(right - bulge * 1.33, bottom), to: Point(right, bottom)),
        ]
        return [.path(side, style), .path(rim, lines)]
    }
}
