/// The symbol at an end of a relation (UML 2.5.1, 9.2.4, 11.5.4; crow's feet by Everest).
struct RelationshipSymbol {
    typealias Metrics = ClassMetrics

    let head: LineEnd

    /// How long it is along the line.
    var length: Double {
        switch head {
        case .none: 0
        case .open: Metrics.arrowLength
        case .triangle: Metrics.triangleLength
        case .composition, .aggregation: Metrics.diamondLength
        case .cross: 12
        case .nesting, .ball, .socket: 12
        case .zero, .one, .many, .oneOrMany, .zeroOrMany: 16
        }
    }

    /// How far before the tip the line ends.
    var inset: Double {
        switch head {
        case .triangle, .composition, .aggregation, .nesting, .ball: length
        case .open: 0.5
        case .socket: 6
        default: 0
        }
    }

    /// - Parameter direction: Where it points, as a vector of length 1.
    func shapes(at tip: Point, direction: Point, _ line: Style) -> [Shape] {
        func at(_ along: Double, _ across: Double) -> Point {
            Point(tip.x - direction.x * along - direction.y * across, tip.y - direction.y * along + direction.x * across)
        }
        let solid = Style(stroke: line.stroke, strokeWidth: line.strokeWidth)
        let hollow = Style(fill: .background, stroke: line.stroke, strokeWidth: line.strokeWidth)
        var shapes: [Shape] = []
        switch head {
        case .none: break
        case .open: shapes.append(polyline: [at(Metrics.arrowLength, -4.5), tip, at(Metrics.arrowLength, 4.5)], solid)
        case .triangle: shapes.append(polygon: [tip, at(length, -7), at(length, 7)], hollow)
        case .composition, .aggregation:
            var style = hollow
            if head == .composition { style.fill = line.stroke }
            shapes.append(polygon: [tip, at(length / 2, -5), at(length, 0), at(length / 2, 5)], style)
        case .cross:
            shapes.append(line: at(4, -4), at(12, 4), solid)
            shapes.append(line: at(4, 4), at(12, -4), solid)
        case .nesting:
            shapes.append(.ellipse(center: at(6, 0), radiusX: 6, radiusY: 6, hollow))
            shapes.append(line: at(0, 0), at(12, 0), solid)
            shapes.append(line: at(6, -6), at(6, 6), solid)
        case .ball: shapes.append(.ellipse(center: at(6, 0), radiusX: 6, radiusY: 6, hollow))
        case .socket:
            let arc: [PathSegment] = [.move(at(0, -6)), .curve(at(8, -6), at(8, 6), to: at(0, 6))]
            shapes.append(.path(arc, solid))
        case .zero, .one, .many, .oneOrMany, .zeroOrMany: appendFeet(at, hollow, solid, to: &shapes)
        }
        return shapes
    }

    private func appendFeet(_ at: (Double, Double) -> Point, _ hollow: Style, _ solid: Style, to shapes: inout [Shape]) {
        if head == .many || head == .oneOrMany || head == .zeroOrMany {
            shapes.append(polyline: [at(0, -6), at(10, 0), at(0, 6)], solid)
        } else {
            shapes.append(line: at(5, -6), at(5, 6), solid)
        }
        if head == .oneOrMany { shapes.append(line: at(12, -6), at(12, 6), solid) }
        if head == .one { shapes.append(line: at(9, -6), at(9, 6), solid) }
        if head == .zero || head == .zeroOrMany { shapes.append(.ellipse(center: at(13, 0), radiusX: 3.5, radiusY: 3.5, hollow)) }
    }
}
