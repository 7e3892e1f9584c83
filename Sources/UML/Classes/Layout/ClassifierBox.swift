/// The box of a classifier, measured: its name and its compartments (UML 2.5.1, 9.2.4, 11.4.4).
struct ClassifierBox {
    typealias Metrics = ClassMetrics

    let classifier: Classifier
    var width: Double
    private(set) var height: Double
    private let ellipse: UseCaseEllipse?
    private let keywords: TextLines
    private let name: TextLines
    private let compartments: [MeasuredCompartment]

    private struct MeasuredCompartment {
        var title: TextLines
        var features: [MeasuredFeature] = []

        init(_ title: String?) {
            self.title = TextLines.marked(title ?? "", Metrics.keywordFont, maximumWidth: Metrics.widestFeature)
        }

        var height: Double {
            var height = title.height + Metrics.paddingY
            for feature in features { height += feature.text.height }
            return height
        }

        var width: Double {
            var width = title.width
            for feature in features { width = max(width, feature.text.width) }
            return width
        }
    }

    private struct MeasuredFeature {
        /// Over all compartments of the text, from 1.
        let number: Int
        let text: TextLines
    }

    init(_ classifier: Classifier) {
        self.classifier = classifier
        keywords = Self.keywords(classifier)
        var font = Metrics.nameFont
        font.isItalic = classifier.kind == .abstractClass
        if classifier.kind == .object { font.decoration = .underline }
        let parameters = classifier.typeParameters.map { "<\($0)>" } ?? ""
        let isActor = classifier.kind == .actor
        name = TextLines.marked(
            classifier.label + parameters, isActor ? Metrics.actorFont : font, maximumWidth: isActor ? Metrics.widestActor : Metrics.widestName)
        let ellipse = classifier.kind == .useCase ? UseCaseEllipse(classifier, keywords: keywords) : nil
        self.ellipse = ellipse
        compartments = Self.measured(classifier)
        switch classifier.kind {
        case .diamond: (width, height) = (Metrics.diamondSize, Metrics.diamondSize)
        case .circle: (width, height) = (max(name.width + 8, 32), Metrics.ballSize + 4 + name.height)
        case .actor: (width, height) = (max(max(name.width, keywords.width), 40) + 4, StickFigure.height + 4 + keywords.height + name.height)
        default:
            if let ellipse {
                (width, height) = (ellipse.width, ellipse.height)
                break
            }
            var widest = max(name.width, keywords.width)
            height = name.height + keywords.height + 2 * Metrics.paddingY
            for compartment in compartments {
                widest = max(widest, compartment.width)
                height += compartment.height
            }
            width = max(widest + 2 * Metrics.paddingX, Metrics.narrowestBox)
        }
        width = (width / 2).rounded(.up) * 2
        height = (height / 2).rounded(.up) * 2
    }

    private static func keywords(_ classifier: Classifier) -> TextLines {
        var text = classifier.kind.keyword.map { "«\($0)»" } ?? ""
        for stereotype in classifier.stereotypes { text += text.isEmpty ? "«\(stereotype)»" : "\n«\(stereotype)»" }
        return TextLines.marked(text, Metrics.keywordFont, maximumWidth: Metrics.widestName)
    }

    /// Attributes and operations apart, unless the text parts them itself.
    private static func measured(_ classifier: Classifier) -> [MeasuredCompartment] {
        let isParted = classifier.compartments.count != 1 || classifier.compartments[0].title != nil
        var measured = isParted ? [] : [MeasuredCompartment(nil), MeasuredCompartment(nil)]
        var number = 0
        for compartment in classifier.compartments {
            if isParted { measured.append(MeasuredCompartment(compartment.title)) }
            for feature in compartment.features {
                number += 1
                if feature.isOperation ? classifier.hidesOperations : classifier.hidesAttributes { continue }
                let index = isParted ? measured.count - 1 : feature.isOperation ? 1 : 0
                measured[index].features.append(MeasuredFeature(number: number, text: text(feature)))
            }
        }
        return measured.filter { !$0.features.isEmpty || !$0.title.isEmpty }
    }

    private static func text(_ feature: Feature) -> TextLines {
        var font = Metrics.featureFont
        font.isItalic = feature.isAbstract
        if feature.isStatic { font.decoration = .underline }
        let visibility = feature.visibility.map { "\($0.rawValue) " } ?? ""
        return TextLines.marked(visibility + feature.text, font, maximumWidth: Metrics.widestFeature)
    }

    // MARK: Shapes

    func shapes(in box: Rectangle) -> [Shape] {
        let fill = classifier.color.map { Paint.fixed($0) } ?? .shape
        let border = classifier.color.map { Paint.outline($0) } ?? .shapeBorder
        let ink = classifier.color.map { Paint.fixed($0.readableInk) } ?? .shapeInk
        var shapes: [Shape] = []
        switch classifier.kind {
        case .diamond:
            shapes.append(
                polygon: [
                    Point(box.middleX, box.y), Point(box.maximumX, box.middleY), Point(box.middleX, box.maximumY), Point(box.x, box.middleY),
                ], Style(fill: fill, stroke: border))
        case .circle:
            let radius = Metrics.ballSize / 2
            shapes.append(
                .ellipse(center: Point(box.middleX, box.y + radius), radiusX: radius, radiusY: radius, Style(fill: fill, stroke: border)))
            shapes.append(text: name, Point(box.middleX, box.y + Metrics.ballSize + 4), .middle, .ink)
        case .actor: appendActor(in: box, Style(fill: fill, stroke: border, strokeWidth: 1.5), to: &shapes)
        default:
            let style = Style(fill: fill, stroke: border, strokeWidth: 1.25)
            if let ellipse { return ellipse.shapes(in: box, style, ink, isBusiness: classifier.isBusiness) }
            shapes.append(.rectangle(box, cornerRadius: 4, style))
            appendContent(in: box, border, ink, to: &shapes)
        }
        return shapes
    }

    private func appendActor(in box: Rectangle, _ style: Style, to shapes: inout [Shape]) {
        let lines = Style(stroke: style.stroke, strokeWidth: style.strokeWidth)
        shapes += StickFigure.shapes(Point(box.middleX, box.y), style, lines)
        if classifier.isBusiness { shapes.append(line: Point(box.middleX - 3, box.y + 14.5), Point(box.middleX + 6.5, box.y + 5), lines) }
        let y = box.y - 0.5 + StickFigure.height + 4
        shapes.append(text: keywords, Point(box.middleX, y), .middle, .mutedInk)
        shapes.append(text: name, Point(box.middleX, y + keywords.height), .middle, .ink)
    }

    private func appendContent(in box: Rectangle, _ border: Paint, _ ink: Paint, to shapes: inout [Shape]) {
        var y = box.y - 0.5 + Metrics.paddingY
        shapes.append(text: keywords, Point(box.middleX, y), .middle, ink == .shapeInk ? .mutedInk : ink)
        y += keywords.height
        shapes.append(text: name, Point(box.middleX, y), .middle, ink)
        y += name.height + Metrics.paddingY
        for compartment in compartments {
            shapes.append(line: Point(box.x, y.rounded() + 0.5), Point(box.maximumX, y.rounded() + 0.5), Style(stroke: border))
            y += Metrics.paddingY / 2
            shapes.append(text: compartment.title, Point(box.middleX, y), .middle, ink == .shapeInk ? .mutedInk : ink)
            y += compartment.title.height
            for feature in compartment.features {
                shapes.append(text: feature.text, Point(box.x + Metrics.paddingX - 0.5, y), .start, ink, detail: feature.number)
                y += feature.text.height
            }
            y += Metrics.paddingY / 2
        }
    }
}
