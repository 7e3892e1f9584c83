extension SceneElement {
    /// Its highest and its lowest place on the picture, in whole pixels around it; nil for one without shapes.
    public var verticalExtent: (top: Int, bottom: Int)? {
        var extent: (top: Double, bottom: Double)?
        func include(_ top: Double, _ bottom: Double) {
            extent = (min(extent?.top ?? top, top), max(extent?.bottom ?? bottom, bottom))
        }
        for shape in shapes {
            switch shape {
            case .rectangle(let box, _, _): include(box.y, box.maximumY)
            case .ellipse(let center, _, let radius, _): include(center.y - radius, center.y + radius)
            case .text(let text): include(text.box.y, text.box.maximumY)
            case .path(let segments, _):
                for segment in segments {
                    switch segment {
                    case .move(let point), .line(let point): include(point.y, point.y)
                    case .curve(let first, let second, let end):
                        // A curve stays between its ends and the points that bend it.
                        include(min(first.y, second.y, end.y), max(first.y, second.y, end.y))
                    case .close: break
                    }
                }
            }
        }
        return extent.map { (Int($0.top.rounded(.down)), Int($0.bottom.rounded(.up))) }
    }
}
