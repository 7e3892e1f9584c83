/// What is to be different about a diagram; what is left out stays.
struct DiagramUpdate: RequestBody {
    /// The project that it moves to.
    let projectID: String?
    let name: String?
    let source: String?
    let layout: String?

    init(fields: inout FieldReader) {
        projectID = fields.optionalString("project_id") { (text) throws(FieldProblem) in text }
        name = fields.optionalString("name", check: TextRules.diagramName)
        source = fields.optionalString("source", check: TextRules.storedSource)
        layout = fields.optionalLayout("layout")
    }

    init(_ replacement: DiagramReplacement) {
        projectID = nil
        name = replacement.name
        source = replacement.source
        layout = replacement.layout
    }
}
