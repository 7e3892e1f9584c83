/// The texts of a relation, measured: in its middle and at its ends.
struct RelationshipLabels {
    let middle: TextLines
    let first: TextLines
    let second: TextLines

    init(_ relationship: Relationship) {
        middle = TextLines.marked(relationship.label ?? "", ClassMetrics.labelFont, maximumWidth: ClassMetrics.widestLabel)
        first = Self.end(relationship.first)
        second = Self.end(relationship.second)
    }

    private static func end(_ end: Relationship.End) -> TextLines {
        TextLines.marked(end.text ?? "", ClassMetrics.endFont, maximumWidth: ClassMetrics.widestLabel)
    }

    var widest: Double { max(middle.width, max(first.width, second.width)) }
    var height: Double { middle.height + first.height + second.height }
}
