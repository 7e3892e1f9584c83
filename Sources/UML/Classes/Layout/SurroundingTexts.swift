/// What stands above and below a picture, measured: a header, a legend, a caption, a footer.
struct SurroundingTexts {
    typealias Metrics = ClassMetrics

    private let texts: [SurroundingText]
    private let lines: [TextLines]

    init(_ diagram: ClassDiagram) {
        // Of each kind the last one counts.
        texts = SurroundingText.Kind.allCases.compactMap { kind in diagram.surroundingTexts.last { $0.kind == kind && !$0.text.isEmpty } }
        lines = texts.map { TextLines.marked($0.text, Self.font($0.kind), maximumWidth: Metrics.widestTitle) }
    }

    private static func font(_ kind: SurroundingText.Kind) -> Font {
        switch kind {
        case .header, .footer: Metrics.keywordFont
        case .legend: Metrics.noteFont
        case .caption: Metrics.featureFont
        }
    }

    private static func padding(_ kind: SurroundingText.Kind) -> Double { kind == .legend ? Metrics.paddingY : 0 }

    private static let gap = 16.0

    var width: Double {
        var width = 0.0
        for (text, lines) in zip(texts, lines) { width = max(width, lines.width + 2 * Self.padding(text.kind)) }
        return width
    }

    var heightAbove: Double { height { $0 == .header } }
    var heightBelow: Double { height { $0 != .header } }

    private func height(_ isCounted: (SurroundingText.Kind) -> Bool) -> Double {
        var height = 0.0
        for (text, lines) in zip(texts, lines) where isCounted(text.kind) { height += lines.height + 2 * Self.padding(text.kind) + Self.gap }
        return height
    }

    /// - Parameters:
    ///   - width: Of the picture without its margins.
    ///   - bottom: Where the diagram ends.
    func elements(width: Double, bottom: Double) -> [SceneElement] {
        var y = bottom + Self.gap
        return zip(texts, lines).map { text, lines in
            let padding = Self.padding(text.kind)
            let size = (width: lines.width + 2 * padding, height: lines.height + 2 * padding)
            let spare = max(width - size.width, 0)
            let x = Metrics.margin + (text.alignment == .left ? 0 : text.alignment == .center ? (spare / 2).rounded() : spare.rounded())
            let top = text.kind == .header ? Metrics.margin : y
            var shapes: [Shape] = []
            if text.kind == .legend {
                let box = Rectangle(x: x + 0.5, y: top.rounded() + 0.5, width: size.width.rounded(), height: size.height.rounded())
                shapes.append(.rectangle(box, cornerRadius: 4, Style(fill: .frameTab, stroke: .frameBorder)))
            }
            shapes.append(text: lines, Point(x + padding, top + padding), .start, text.kind == .caption ? .ink : .mutedInk)
            if text.kind != .header { y += size.height + Self.gap }
            return SceneElement(id: ":\(text.kind.rawValue)", part: .title, label: text.text, range: text.range, shapes: shapes)
        }
    }
}
