import Domain

/// What is to be different about a diagram; what is left out stays.
struct DiagramUpdate: RequestBody {
    /// The project that it moves to.
    let projectID: String?
    let name: String?
    let source: String?
    let layout: String?

    init(projectID: String? = nil, name: String? = nil, source: String? = nil, layout: String? = nil) {
        self.projectID = projectID
        self.name = name
        self.source = source
        self.layout = layout
    }

    init(fields: inout FieldReader) {
        projectID = fields.optionalString("project_id") { (text) throws(FieldProblem) in text }
        name = fields.optionalString("name", check: TextRules.diagramName)
        source = fields.optionalString("source", check: TextRules.storedSource)
        layout = fields.optionalLayout("layout")
    }

    /// In bytes: how much more there will be; less than zero where there will be less.
    func growth(of content: DiagramContent) -> Int {
        DiagramContent(name: content.name, source: source ?? content.source, layout: layout ?? content.layout).bytes - content.bytes
    }

    init(_ replacement: DiagramReplacement) {
        self.init(name: replacement.name, source: replacement.source, layout: replacement.layout)
    }
}
