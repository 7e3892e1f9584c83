/// In which call, case of a fragment or group each element of a sequence diagram stands.
struct SequenceContainers {
    private struct Span {
        let range: SourceRange
        let container: ElementFact.Container
    }

    private struct Item {
        let range: SourceRange
        /// Nil for a part that only encloses others.
        let element: String?
        /// Nil for what encloses nothing.
        let span: Span?
    }

    private(set) var facts: [ElementFact] = []

    init(_ scene: Scene) {
        let (statements, participants) = Self.items(scene)
        find(in: statements)
        find(in: participants)
    }

    /// Groups enclose participants, all else encloses statements.
    private static func items(_ scene: Scene) -> (statements: [Item], participants: [Item]) {
        var (statements, participants): ([Item], [Item]) = ([], [])
        var (last, branch) = ("", 0)
        for element in scene.elements {
            guard let range = element.range else { continue }
            let isSaid = element.label != nil
            switch element.part {
            case .header: if isSaid { participants.append(Item(range: range, element: element.id, span: nil)) }
            case .group:
                participants.append(Item(range: range, element: nil, span: Span(range: range, container: .init(id: element.id))))
            case .operand:
                branch = element.id.isSpelled(like: last) ? branch + 1 : 0
                last = element.id
                let container = ElementFact.Container(id: element.id, branch: branch, condition: condition(of: element))
                statements.append(Item(range: range, element: nil, span: Span(range: range, container: container)))
            default:
                guard isSaid else { continue }
                statements.append(
                    Item(range: range, element: element.id, span: Span(range: range, container: .init(id: element.id))))
            }
        }
        return (statements, participants)
    }

    private static func condition(of operand: SceneElement) -> String {
        for shape in operand.shapes { if case .text(let text) = shape { return text.text } }
        return ""
    }

    /// Goes through the text with a pile of what is open.
    private mutating func find(in items: [Item]) {
        let order = StableOrder.sorted(Array(items.indices)) { one, other in
            let (one, other) = (items[one].range, items[other].range)
            return one.start != other.start ? one.start < other.start : one.end > other.end
        }
        var open: [Span] = []
        for index in order {
            let item = items[index]
            while let last = open.last, last.range.end <= item.range.start || last.range.end < item.range.end { open.removeLast() }
            if let element = item.element { facts.append(ElementFact(id: element, container: open.last?.container)) }
            if let span = item.span { open.append(span) }
        }
    }
}
