import Domain

/// A diagram in a list over all projects.
struct DiagramEntry: Sendable, Equatable {
    let diagram: DiagramSummary
    /// `nil` when the project is gone for good.
    let projectName: String?
    /// Of the source, where the list is what a search has found.
    let snippet: String?
}

extension DiagramEntry: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            diagram.writeFields(to: &json)
            json.field("project_name", projectName)
            if let snippet { json.field("snippet", snippet) }
        }
    }
}
