extension SceneElement {
    /// Where its first shape begins, in whole pixels.
    var start: Point {
        let start: Point
        switch shapes.first {
        case .rectangle(let box, _, _): start = Point(box.x, box.y)
        case .ellipse(let center, _, _, _): start = center
        case .text(let text): start = text.origin
        case .path(let segments, _):
            guard case .move(let point) = segments.first else { return Point(0, 0) }
            start = point
        case nil: return Point(0, 0)
        }
        return Point(start.x.rounded(.down), start.y.rounded(.down))
    }
}
