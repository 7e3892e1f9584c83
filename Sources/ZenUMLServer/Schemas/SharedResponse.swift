import Domain

/// What a link leads to.
struct SharedResponse: JSONWritable {
    let target: SharedTarget
    let name: String
    let role: Role
    let ownerName: String?
    /// Of a project, for those who only view it.
    var diagrams: [DiagramSummary]?
    /// Whether the project has more than these.
    var hasMoreDiagrams = false
    /// For those who only view it.
    var diagram: Diagram?

    init(target: SharedTarget, name: String, role: Role, ownerName: String?) {
        self.target = target
        self.name = name
        self.role = role
        self.ownerName = ownerName
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("target", target.kind.rawValue)
            json.field("id", target.id)
            json.field("name", name)
            json.field("role", role.rawValue)
            json.field("owner_name", ownerName)
            if let diagrams {
                json.field("diagrams", diagrams)
                json.field("has_more_diagrams", hasMoreDiagrams)
            }
            if let diagram { json.field("diagram", DiagramResponse(diagram: diagram, role: .viewer)) }
        }
    }
}
