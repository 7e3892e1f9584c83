/// The ellipse of a use case, measured: its keywords, and its text in parts with lines between them (UML 2.5.1, 18.1.4).
struct UseCaseEllipse {
    typealias Metrics = ClassMetrics

    private(set) var width: Double
    private(set) var height: Double
    private let keywords: TextLines
    private let parts: [TextLines]

    init(_ classifier: Classifier, keywords: TextLines) {
        self.keywords = keywords
        parts = Self.parts(classifier.label)
        var (textWidth, textHeight) = (keywords.width, keywords.height)
        for part in parts {
            textWidth = max(textWidth, part.width)
            textHeight += part.height
        }
        textHeight += Metrics.paddingY * Double(parts.count - 1)
        // A rectangle of 0.8 and 0.6 of its axes lies within an ellipse; so does one of 0.7 of both, which suits long texts.
        let isTall = textHeight > textWidth * 0.4
        width = max(textWidth / (isTall ? 0.7 : 0.8) + 8, Metrics.narrowestUseCase)
        height = max(textHeight / (isTall ? 0.7 : 0.6) + 4, Metrics.lowestUseCase)
    }

    /// The text up to each line of `--`, `==`, `..` or `__`.
    private static func parts(_ label: String) -> [TextLines] {
        var texts: [[UInt8]] = [[]]
        for line in Array(label.utf8).split(separator: .lineFeed, omittingEmptySubsequences: false) {
            if isSeparator(line) {
                texts.append([])
            } else {
                texts[texts.count - 1] += (texts[texts.count - 1].isEmpty ? [] : [.lineFeed]) + line
            }
        }
        return texts.map { TextLines.marked(String(decoding: $0, as: UTF8.self), Metrics.useCaseFont, maximumWidth: Metrics.widestUseCase) }
    }

    private static func isSeparator(_ line: ArraySlice<UInt8>) -> Bool {
        guard let sign = line.first, line.count > 1, line.allSatisfy({ $0 == sign }) else { return false }
        return sign == .ascii("-") || sign == .ascii("=") || sign == .ascii(".") || sign == .ascii("_")
    }

    func shapes(in box: Rectangle, _ style: Style, _ ink: Paint, isBusiness: Bool) -> [Shape] {
        let (radiusX, radiusY) = (box.width / 2, box.height / 2)
        let center = Point(box.middleX, box.middleY)
        var shapes: [Shape] = [.ellipse(center: center, radiusX: radiusX, radiusY: radiusY, style)]
        /// Half the width of the ellipse at a height.
        func reach(_ y: Double) -> Double { Self.reach(y - center.y, radiusX, radiusY) }
        let line = Style(stroke: style.stroke)
        if isBusiness {
            let (upper, lower) = (center.y - radiusY * 0.35, center.y + radiusY * 0.8)
            shapes.append(line: Point(center.x + reach(upper), upper), Point(center.x + reach(lower), lower), line)
        }
        var textHeight = keywords.height + Metrics.paddingY * Double(parts.count - 1)
        for part in parts { textHeight += part.height }
        var y = (center.y - textHeight / 2).rounded()
        shapes.append(text: keywords, Point(center.x, y), .middle, ink == .shapeInk ? .mutedInk : ink)
        y += keywords.height
        for (index, part) in parts.enumerated() {
            if index > 0 {
                let middle = (y + Metrics.paddingY / 2).rounded() + 0.5
                shapes.append(line: Point(center.x - reach(middle), middle), Point(center.x + reach(middle), middle), line)
                y += Metrics.paddingY
            }
            shapes.append(text: part, Point(center.x, y), .middle, ink)
            y += part.height
        }
        return shapes
    }

    /// Half the width of an ellipse at a distance from its middle.
    static func reach(_ distance: Double, _ radius: Double, _ otherRadius: Double) -> Double {
        let part = min(abs(distance) / otherRadius, 1)
        return radius * (1 - part * part).squareRoot()
    }
}
