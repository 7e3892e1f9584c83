/// The second pass of the layout: columns have their places, and everything becomes shapes.
struct SequenceScene {
    typealias Metrics = SequenceMetrics

    let diagram: SequenceDiagram
    let identities: SequenceIdentities
    let arrangement: SequenceArrangement
    let title: TextLines
    let headsTop: Double
    let headsBottom: Double
    let places: [Double]
    let left: Double
    let right: Double
    let bottom: Double
    /// The boxes of groups, for what lies on them.
    private(set) var groups: [Rectangle] = []

    /// - Complexity: linear in the number of statements.
    static func scene(of diagram: SequenceDiagram, _ identities: SequenceIdentities) -> Scene { SequenceScene(diagram, identities).drawn() }

    private init(_ diagram: SequenceDiagram, _ identities: SequenceIdentities) {
        self.diagram = diagram
        self.identities = identities
        title = TextLines.label(diagram.title?.text ?? "", Metrics.titleFont, maximumWidth: Metrics.widestTitle)
        let groupNames = diagram.groups.contains { $0.name != nil } ? Metrics.groupFont.lineHeight + 6 : diagram.groups.isEmpty ? 0 : 8
        headsTop = Metrics.margin + (title.isEmpty ? 0 : title.height + 18) + groupNames
        var arrangement = SequenceArrangement(diagram, top: 0)
        var tallest = 0.0
        for head in arrangement.heads where head.participant.creation == nil { tallest = max(tallest, head.height) }
        headsBottom = (headsTop + tallest).rounded()
        arrangement.y = headsBottom + 8
        let unarranged = arrangement
        arrangement.arrange()
        var places = arrangement.constraints.solve()
        if arrangement.hasNarrowLabels(places) {
            arrangement = unarranged
            arrangement.knownPlaces = places
            arrangement.arrange()
            places = arrangement.constraints.solve()
        }
        var (low, high) = SequenceScene.reach(arrangement, places, diagram)
        let widest = max(title.width, SequenceScene.widestDivider(arrangement) + 64)
        if high - low < widest {
            let missing = ((widest - (high - low)) / 2).rounded(.up)
            low -= missing
            high += missing
        }
        let shift = Metrics.margin - low
        var shifted: [Double] = []
        for place in places { shifted.append(place + shift) }
        self.places = shifted
        left = Metrics.margin
        right = high + shift
        let tail = diagram.body.statements.isEmpty && !arrangement.heads.isEmpty ? Metrics.emptyLifeline : Metrics.lifelineTail
        bottom = (arrangement.y + tail).rounded()
        self.arrangement = arrangement
        groups = diagram.groups.compactMap { groupBox($0) }
    }

    func x(_ anchor: Anchor) -> Double { places[anchor.column] + anchor.offset }

    /// The leftmost and rightmost pixel of heads, statements and groups.
    private static func reach(_ arrangement: SequenceArrangement, _ places: [Double], _ diagram: SequenceDiagram) -> (Double, Double) {
        var low = 0.0
        var high = 0.0
        for (column, head) in arrangement.heads.enumerated() {
            low = min(low, places[column] - head.halfWidth)
            high = max(high, places[column] + head.halfWidth)
        }
        let extent = arrangement.extents[0]
        if extent.first != nil {
            low = min(low, places[extent.leftAnchor.column] + extent.leftAnchor.offset)
            high = max(high, places[extent.rightAnchor.column] + extent.rightAnchor.offset)
        }
        for group in diagram.groups {
            guard let columns = SequenceArrangement.columns(of: group, arrangement.columns), let first = columns.first, let last = columns.last else {
                continue
            }
            let (left, right) = arrangement.groupReach(first, last, SequenceArrangement.groupName(group))
            low = min(low, places[first] - left)
            high = max(high, places[last] + right)
        }
        return (low.rounded(.down), high.rounded(.up))
    }

    private static func widestDivider(_ arrangement: SequenceArrangement) -> Double {
        var widest = 0.0
        for placement in arrangement.placements {
            if case .divider(let divider) = placement { widest = max(widest, divider.label.width) }
        }
        return widest
    }

    private func drawn() -> Scene {
        var scene = Scene(
            width: right + Metrics.margin, height: bottom + Metrics.margin - 8, title: diagram.title?.text ?? "Sequence diagram", description: summary
        )
        scene.links = arrangement.links
        if !title.isEmpty { scene.elements.append(drawTitle()) }
        for index in diagram.groups.indices { if let group = drawGroup(index) { scene.elements.append(group) } }
        for column in arrangement.heads.indices { scene.elements.append(drawLifeline(column)) }
        for placement in arrangement.placements { scene.elements += drawBelowMessages(placement) }
        for column in arrangement.heads.indices { scene.elements.append(drawHead(column)) }
        for placement in arrangement.placements { if let element = drawMessages(placement) { scene.elements.append(element) } }
        return scene
    }

    private func drawTitle() -> SceneElement {
        var shapes: [Shape] = []
        let middle = ((left + right) / 2).rounded()
        shapes.append(text: title, Point(middle, Metrics.margin), .middle, .ink)
        return SceneElement(id: ":title", part: .title, label: diagram.title?.text, range: diagram.title?.range, shapes: shapes)
    }

    private var summary: String {
        var names = ""
        for (column, head) in arrangement.heads.prefix(20).enumerated() {
            names += column == 0 ? "" : ", "
            names += head.participant.isImplicitStarter ? "the caller" : head.participant.label.shortened
        }
        if arrangement.heads.count > 20 { names += ", …" }
        var count = 0
        for id in identities.statements where !id.isEmpty { count += 1 }
        guard !arrangement.heads.isEmpty else { return "Sequence diagram without participants." }
        return "Sequence diagram of \(names), with \(count) \(count == 1 ? "statement" : "statements")."
    }

    private func drawBelowMessages(_ placement: Placement) -> [SceneElement] {
        switch placement {
        case .fragment(let fragment): draw(fragment)
        case .execution(let execution): [draw(execution)]
        case .interactionUse(let use): [draw(use)]
        default: []
        }
    }

    private func drawMessages(_ placement: Placement) -> SceneElement? {
        switch placement {
        case .message(let message): message.isToItself ? drawLoop(message) : draw(message)
        case .divider(let divider): draw(divider)
        case .comment(let comment): draw(comment)
        default: nil
        }
    }
}
