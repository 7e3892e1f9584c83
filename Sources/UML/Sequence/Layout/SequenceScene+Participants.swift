extension SequenceScene {
    /// The top of a participant's head.
    private func top(_ column: Int) -> Double { arrangement.createdHeads[column] ?? headsBottom - arrangement.heads[column].height }

    func drawLifeline(_ column: Int) -> SceneElement {
        let head = arrangement.heads[column]
        let x = places[column] + 0.5
        var shapes: [Shape] = []
        shapes.append(
            line: Point(x, top(column) + head.height + (head.participant.kind.isSymbolAboveName ? 3 : 0)), Point(x, bottom),
            Style(stroke: .guide, strokeWidth: 1, dash: Style.Dash(length: 5, gap: 4)))
        return SceneElement(
            id: identities.participants[head.participant.id], part: .lifeline, label: nil, range: head.participant.declaration, shapes: shapes)
    }

    func drawHead(_ column: Int) -> SceneElement {
        let head = arrangement.heads[column]
        let participant = head.participant
        let top = top(column)
        let box = Rectangle(x: places[column] - head.halfWidth + 0.5, y: top.rounded() + 0.5, width: head.halfWidth * 2, height: head.height)
        var shapes = ParticipantSymbol(participant.kind, color: participant.color).shapes(in: box)
        var ink = Paint.shapeInk
        if let color = participant.color, !participant.kind.isSymbolAboveName { ink = .fixed(color.readableInk) }
        var textTop = box.y - 0.5 + SequenceMetrics.headPaddingY
        var middle = places[column] + 0.5
        if participant.kind.isSymbolAboveName { textTop = box.y - 0.5 + SequenceMetrics.symbolHeight + 2 }
        if participant.kind == .collections {
            textTop += 6
            middle -= 3
        }
        if participant.kind == .queue { middle -= 4 }
        shapes.append(text: head.stereotype, Point(middle, textTop), .middle, ink == .shapeInk ? .mutedInk : ink)
        shapes.append(text: head.name, Point(middle, textTop + head.stereotype.height), .middle, ink)
        let kind = participant.kind == .participant ? "Participant" : participant.kind.rawValue
        let label = participant.isImplicitStarter ? "The caller" : "\(kind) \(participant.label)"
        return SceneElement(
            id: identities.participants[participant.id], part: .header, label: label, range: participant.declaration ?? participant.references.first,
            shapes: shapes)
    }

    /// The box of a group; nil for one without participants.
    func groupBox(_ group: ParticipantGroup) -> Rectangle? {
        guard let columns = SequenceArrangement.columns(of: group, arrangement.columns), let first = columns.first, let last = columns.last else {
            return nil
        }
        let (left, right) = arrangement.groupReach(first, last, SequenceArrangement.groupName(group))
        let start = places[first] - left + 0.5
        let end = places[last] + right + 0.5
        let top = headsTop - (group.name == nil ? 0 : Metrics.groupFont.lineHeight) - 7.5
        return Rectangle(x: start, y: top, width: end - start, height: bottom + 8 - top + 0.5)
    }

    func drawGroup(_ index: Int) -> SceneElement? {
        let group = diagram.groups[index]
        guard let box = groupBox(group) else { return nil }
        var shapes: [Shape] = []
        shapes.append(.rectangle(box, cornerRadius: 8, Style(fill: .group, stroke: .groupBorder)))
        if group.name != nil {
            shapes.append(text: SequenceArrangement.groupName(group), Point(box.middleX.rounded(), box.y + 3.5), .middle, .mutedInk)
        }
        return SceneElement(id: identities.groups[index], part: .group, label: "Group \(group.name?.text ?? "")", range: group.range, shapes: shapes)
    }
}
