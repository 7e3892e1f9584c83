import Domain

/// A diagram in a list for people who sign in: with who changed it last.
struct ListedDiagram: Sendable, Equatable {
    let diagram: DiagramSummary
    /// `nil` when nobody knows, or the account is gone.
    let changedBy: NamedPerson?
}

extension ListedDiagram: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { writeFields(to: &$0) }
    }

    func writeFields(to json: inout JSONWriter) {
        diagram.writeFields(to: &json)
        if let changedBy { json.field("changed_by", changedBy) } else { json.field("changed_by", String?.none) }
    }
}
