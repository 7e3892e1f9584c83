extension SequenceScene {
    /// The frame, then its operands.
    func draw(_ fragment: PlacedFragment) -> [SceneElement] {
        var shapes: [Shape] = []
        let start = x(fragment.left).rounded() + 0.5
        let end = x(fragment.right).rounded() + 0.5
        let box = Rectangle(x: start, y: fragment.top + 0.5, width: end - start, height: fragment.bottom - fragment.top)
        var border = Style(stroke: .frameBorder)
        if fragment.kind == .section, fragment.tab.isEmpty { border.dash = Style.Dash(length: 4, gap: 3) }
        shapes.append(.rectangle(box, cornerRadius: 3, border))
        if !fragment.tab.isEmpty { shapes.append(tab: fragment.tab, at: Point(start, box.y)) }
        let id = identities.statements[fragment.statement]
        var elements = [SceneElement(id: id, part: .fragment, label: fragment.description, range: fragment.range, shapes: shapes)]
        for (number, operand) in fragment.operands.enumerated() {
            let shapes = draw(operand, from: start, to: end, isFirst: number == 0)
            elements.append(SceneElement(id: id, part: .operand, label: nil, range: operand.range, shapes: shapes))
        }
        return elements
    }

    /// The dashed line above the operand, and its guard.
    private func draw(_ operand: PlacedFragment.Operand, from start: Double, to end: Double, isFirst: Bool) -> [Shape] {
        var shapes: [Shape] = []
        if !isFirst {
            let y = operand.top + 0.5
            shapes.append(line: Point(start, y), Point(end, y), Style(stroke: .frameBorder, dash: Style.Dash(length: 5, gap: 4)))
        }
        guard !operand.guardText.isEmpty else { return shapes }
        let origin = Point(start + operand.guardInset, operand.guardTop)
        let backdrop = Rectangle(x: origin.x - 2, y: origin.y, width: operand.guardText.width + 4, height: operand.guardText.height)
        shapes.append(.rectangle(backdrop, cornerRadius: 2, Style(fill: backdropPaint(backdrop))))
        shapes.append(text: operand.guardText, origin, .start, .mutedInk)
        return shapes
    }

    func draw(_ use: PlacedInteractionUse) -> SceneElement {
        var shapes: [Shape] = []
        let start = x(use.left).rounded() + 0.5
        let end = x(use.right).rounded() + 0.5
        let box = Rectangle(x: start, y: use.top + 0.5, width: end - start, height: use.bottom - use.top)
        shapes.append(.rectangle(box, cornerRadius: 3, Style(fill: .background, stroke: .frameBorder)))
        let tab = TextLines.plain("ref", Metrics.operatorFont, maximumWidth: Metrics.widestGuard)
        shapes.append(tab: tab, at: Point(start, box.y))
        shapes.append(text: use.label, Point(box.middleX.rounded(), (box.middleY - use.label.height / 2).rounded()), .middle, .ink)
        return SceneElement(
            id: identities.statements[use.statement], part: .interactionUse, label: "ref \(use.label.joined)", range: use.range, shapes: shapes)
    }
}

extension Array where Element == Shape {
    /// The pentagon in the upper left corner of a frame (UML 2.5.1, 17.6: notation of combined fragments).
    fileprivate mutating func append(tab: TextLines, at corner: Point) {
        let width = tab.width + 2 * SequenceMetrics.tabPadding + 2
        let height = Swift.max(SequenceMetrics.tabHeight, tab.height + 5)
        let cut = SequenceMetrics.tabCorner
        append(
            polygon: [
                corner, Point(corner.x + width, corner.y), Point(corner.x + width, corner.y + height - cut),
                Point(corner.x + width - cut, corner.y + height), Point(corner.x, corner.y + height),
            ], Style(fill: .frameTab, stroke: .frameBorder))
        append(text: tab, Point(corner.x + SequenceMetrics.tabPadding, corner.y + (height - tab.height) / 2), .start, .frameInk)
    }
}
