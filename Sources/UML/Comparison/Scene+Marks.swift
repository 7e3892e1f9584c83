extension Scene {
    /// The picture with its elements in the colours of what became of them.
    func marked(_ change: (_ id: String) -> ElementChange?) -> Scene {
        var scene = self
        for number in scene.elements.indices {
            guard let change = change(scene.elements[number].id) else { continue }
            // Letters are made to be read on a colour that somebody has chosen.
            let isColored = scene.elements[number].shapes.contains(where: \.hasChosenFill)
            scene.elements[number].shapes = scene.elements[number].shapes.map { $0.marked(change, isColored) }
            if let label = scene.elements[number].label { scene.elements[number].label = "\(change.rawValue): \(label)" }
        }
        return scene
    }
}

extension Shape {
    fileprivate var hasChosenFill: Bool {
        switch self {
        case .rectangle(_, _, let style), .ellipse(_, _, _, let style), .path(_, let style):
            if case .fixed = style.fill { true } else { false }
        case .text: false
        }
    }

    fileprivate func marked(_ change: ElementChange, _ isColored: Bool) -> Shape {
        switch self {
        case .rectangle(let box, let radius, let style): return .rectangle(box, cornerRadius: radius, style.marked(change))
        case .ellipse(let center, let radiusX, let radiusY, let style):
            return .ellipse(center: center, radiusX: radiusX, radiusY: radiusY, style.marked(change))
        case .path(let segments, let style): return .path(segments, style.marked(change))
        case .text(var text):
            if !isColored { text.paint = .markInk(change) }
            return .text(text)
        }
    }
}

extension Style {
    /// Lines stay whole or broken: that means something in UML.
    fileprivate func marked(_ change: ElementChange) -> Style {
        var style = self
        switch fill {
        case .none, .background, .fixed: break
        case .shape, .highlight, .frameTab, .group: style.fill = .markTint(change)
        default: style.fill = .mark(change)
        }
        guard stroke != .none else { return style }
        style.stroke = .mark(change)
        style.strokeWidth = max(strokeWidth, 1.5)
        return style
    }
}
