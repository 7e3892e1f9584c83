extension ClassScene {
    /// - Parameter joins: The joined arrows that have their symbol already.
    func draw(relationship index: Int, _ joins: inout [JoinedTip]) -> SceneElement {
        let relationship = diagram.relationships[index]
        var shapes: [Shape] = []
        let style = line(relationship)
        if let edge = graph.relationshipEdges[index] {
            let route = route(index, edge)
            let graphEdge = graph.graph.edges[edge]
            let isTurned = graph.node(relationship.first.classifier) != graphEdge.from
            var points = points(route)
            if isTurned { points.reverse() }
            points = fitted(cut(points, relationship.second.classifier), relationship.second.classifier)
            points = fitted(cut(points.reversed(), relationship.first.classifier), relationship.first.classifier).reversed()
            let tip = relationship.first.head == .triangle ? points.first : points.last
            let joined = graphEdge.join.flatMap { join in tip.map { JoinedTip(join: join, tip: $0) } }
            let isSymbolDrawn = joined.map { joins.contains($0) } ?? false
            if let joined { joins.append(joined) }
            appendLine(points, relationship, style, isSymbolDrawn, to: &shapes)
            let labels = graph.labels[index]
            append(labels.middle, route.label, detail: 0, to: &shapes)
            let (first, second) = isTurned ? (route.toLabel, route.fromLabel) : (route.fromLabel, route.toLabel)
            append(labels.first, at: relationship.first, first, points, detail: 1, to: &shapes)
            append(labels.second, at: relationship.second, second, points.reversed(), detail: 2, to: &shapes)
        } else {
            appendLoop(index, style, to: &shapes)
        }
        appendAssociationClass(index, to: &shapes)
        return SceneElement(
            id: identities.relationships[index], part: .relationship, label: describe(relationship), range: relationship.range, shapes: shapes)
    }

    /// Of a relation with an association class from its upper to its lower end, past the point where that one's line begins.
    func route(_ index: Int, _ edge: Int) -> GraphPlacement.Route {
        var route = placement.edges[edge]
        guard let lower = graph.lowerHalves[index] else { return route }
        route.points += placement.edges[lower].points
        route.toLabel = placement.edges[lower].toLabel
        return route
    }

    /// The point of a relation's line where that of its association class begins.
    private func middle(ofRelationship index: Int, _ edge: Int) -> Point? {
        guard graph.lowerHalves[index] != nil else { return nil }
        let box = placement.nodes[graph.graph.edges[edge].from]
        let isDown = placement.edges[edge].points.first.map { $0.y == box.maximumY } ?? false
        let center = point(GraphPlacement.Position(x: box.middleX, y: box.y + box.height / 2))
        let start = points(placement.edges[edge])[0]
        return isDown ? Point(start.x, center.y.rounded() + 0.5) : Point(center.x.rounded() + 0.5, start.y)
    }

    /// The line of an association class.
    private func appendAssociationClass(_ index: Int, to shapes: inout [Shape]) {
        for (one, edge) in zip(diagram.associationClasses, graph.associationEdges) where one.relationship == index {
            guard let edge else { continue }
            var points = points(placement.edges[edge])
            if let point = middle(ofRelationship: index, edge), !points.isEmpty { points[0] = point }
            shapes.append(polyline: points, Style(stroke: .line, strokeWidth: 1.25, dash: Style.Dash(length: 6, gap: 4)))
        }
    }

    /// A line up to the frame of a package that it leads to.
    private func cut(_ points: [Point], _ classifier: Int) -> [Point] {
        guard case .package(let package) = diagram.classifiers[classifier].standsFor else { return points }
        let box = rectangle(placement.frames[package])
        // Beside its tab a package begins lower.
        let (width, tab) = (tabWidth(package), tabHeight(package))
        func top(_ x: Double) -> Double { x > box.x + width ? box.y + tab : box.y }
        var result: [Point] = []
        for point in points {
            guard let last = result.last, point.x > box.x, point.x < box.maximumX, point.y > top(point.x), point.y < box.maximumY else {
                result.append(point)
                continue
            }
            if last.y <= top(point.x) { return result + [Point(point.x, top(point.x))] }
            if last.y >= box.maximumY { return result + [Point(point.x, box.maximumY)] }
            return result + [Point(last.x <= box.x ? box.x : box.maximumX, point.y)]
        }
        return result
    }

    private func line(_ relationship: Relationship) -> Style {
        Style(
            stroke: relationship.color.map { .coloredInk($0) } ?? .line, strokeWidth: 1.25,
            dash: relationship.isDashed ? Style.Dash(length: 6, gap: 4) : nil)
    }

    private func append(_ text: TextLines, _ place: GraphPlacement.Position?, detail: Int, to shapes: inout [Shape]) {
        guard let place, !text.isEmpty else { return }
        shapes.append(text: text, point(place), .start, .ink, detail: detail)
    }

    /// At a package, beside where the line has been cut off.
    private func append(
        _ text: TextLines, at end: Relationship.End, _ place: GraphPlacement.Position?, _ points: [Point], detail: Int,
        to shapes: inout [Shape]
    ) {
        guard case .package = diagram.classifiers[end.classifier].standsFor, points.count > 1, !text.isEmpty else {
            return append(text, place, detail: detail, to: &shapes)
        }
        let isAbove = points[1].y < points[0].y
        shapes.append(
            text: text, Point(points[0].x + 8, isAbove ? points[0].y - text.height - 4 : points[0].y + 4), .start, .ink,
            detail: detail)
    }

    private func appendLine(_ points: [Point], _ relationship: Relationship, _ style: Style, _ isSymbolDrawn: Bool, to shapes: inout [Shape]) {
        guard points.count > 1 else { return }
        let (first, second) = (RelationshipSymbol(head: relationship.first.head), RelationshipSymbol(head: relationship.second.head))
        var line = points
        let (start, end) = (Self.direction(points[1], points[0]), Self.direction(points[points.count - 2], points[points.count - 1]))
        line[0] = Point(points[0].x - start.x * first.inset, points[0].y - start.y * first.inset)
        line[line.count - 1] = Point(points[points.count - 1].x - end.x * second.inset, points[points.count - 1].y - end.y * second.inset)
        shapes.append(polyline: line, style)
        if !(isSymbolDrawn && relationship.first.head == .triangle) { shapes += first.shapes(at: points[0], direction: start, style) }
        if !(isSymbolDrawn && relationship.second.head == .triangle) { shapes += second.shapes(at: points[points.count - 1], direction: end, style) }
    }

    /// As a vector of length 1.
    private static func direction(_ from: Point, _ to: Point) -> Point {
        let (x, y) = (to.x - from.x, to.y - from.y)
        let length = (x * x + y * y).squareRoot()
        return length > 0 ? Point(x / length, y / length) : Point(0, 1)
    }

    /// A line whose last point is moved from the side of its box to the border of the ellipse, or to the figure, that is in it.
    private func fitted(_ points: [Point], _ classifier: Int) -> [Point] {
        let kind = diagram.classifiers[classifier].kind
        guard kind == .useCase || kind == .actor, let node = graph.classifierNodes[classifier], var last = points.last else { return points }
        let box = rectangle(placement.nodes[node])
        if kind == .actor {
            let isBeside = last.x <= box.x + 1 || last.x >= box.maximumX - 1
            guard isBeside, last.y < box.y + StickFigure.height else { return points }
            // Several that meet go on meeting.
            last.x = box.middleX + (last.x < box.middleX ? -Metrics.besideActor : Metrics.besideActor)
            return points.dropLast() + [last]
        }
        let (radiusX, radiusY) = (box.width / 2, box.height / 2)
        if last.x <= box.x + 1 || last.x >= box.maximumX - 1 {
            let reach = UseCaseEllipse.reach(last.y - box.middleY, radiusX, radiusY)
            last.x = last.x < box.middleX ? box.middleX - reach : box.middleX + reach
        } else {
            let reach = UseCaseEllipse.reach(last.x - box.middleX, radiusY, radiusX)
            last.y = last.y < box.middleY ? box.middleY - reach : box.middleY + reach
        }
        return points.dropLast() + [last]
    }

    /// From the right side of a box back to it.
    private func appendLoop(_ index: Int, _ style: Style, to shapes: inout [Shape]) {
        let relationship = diagram.relationships[index]
        guard let node = graph.node(relationship.first.classifier) else { return }
        let box = rectangle(placement.nodes[node])
        let labels = graph.labels[index]
        let points: [Point]
        var text: Point
        if diagram.isSideways {
            let x = box.x + min(12, (box.width - Metrics.loopWidth) / 2).rounded()
            let lower = box.maximumY + Metrics.loopHeight
            points = [
                Point(x + Metrics.loopWidth, box.maximumY), Point(x + Metrics.loopWidth, lower), Point(x, lower), Point(x, box.maximumY),
            ]
            text = Point(x, lower + 2)
        } else {
            let y = box.y + min(12, (box.height - Metrics.loopHeight) / 2).rounded()
            let outer = box.maximumX + Metrics.loopWidth
            points = [
                Point(box.maximumX, y), Point(outer, y), Point(outer, y + Metrics.loopHeight), Point(box.maximumX, y + Metrics.loopHeight),
            ]
            text = Point(outer + 6, y + Metrics.loopHeight / 2 - labels.height / 2)
        }
        appendLine(points, relationship, style, false, to: &shapes)
        for (lines, detail) in [(labels.first, 1), (labels.middle, 0), (labels.second, 2)] where !lines.isEmpty {
            shapes.append(text: lines, text, .start, .ink, detail: detail)
            text = Point(text.x, text.y + lines.height)
        }
    }

    private func describe(_ relationship: Relationship) -> String {
        let (first, second) = (name(relationship.first), name(relationship.second))
        let verb =
            switch (relationship.first.head, relationship.second.head) {
            case (.triangle, _): "\(second) is a \(first)"
            case (_, .triangle): "\(first) is a \(second)"
            case (.composition, _): "\(first) is composed of \(second)"
            case (_, .composition): "\(second) is composed of \(first)"
            case (.aggregation, _): "\(first) has \(second)"
            case (_, .aggregation): "\(second) has \(first)"
            case (.open, .none): "\(second) to \(first)"
            default: "\(first) to \(second)"
            }
        return relationship.label.map { "\(verb): \(LabelMarkup.plain($0.shortened))" } ?? verb
    }

    /// Shortened first: a long name may be that of many relations.
    private func name(_ end: Relationship.End) -> String { LabelMarkup.plain(diagram.classifiers[end.classifier].label.shortened) }
}
