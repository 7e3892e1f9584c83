import Domain

/// A diagram in a list over all projects.
struct DiagramEntry: Sendable, Equatable {
    let listed: ListedDiagram
    /// `nil` when the project is gone for good, or is not shared with who asks.
    let projectName: String?
    /// Of the source, where the list is what a search has found.
    var snippet: String?
    /// Whether it is somebody else's.
    var isShared = false

    var diagram: DiagramSummary { listed.diagram }
}

extension DiagramEntry: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            listed.writeFields(to: &json)
            json.field("project_name", projectName)
            if let snippet { json.field("snippet", snippet) }
            json.field("shared", isShared)
        }
    }
}
