import UML

/// A new diagram.
struct DiagramCreate: RequestBody {
    /// One that the engine knows.
    let kind: String
    let name: String
    let source: String
    let layout: String

    init(fields: inout FieldReader) {
        kind = fields.choice("kind", default: DiagramKind.sequence).rawValue
        name = fields.string("name", check: TextRules.diagramName)
        source = fields.optionalString("source", check: TextRules.storedSource) ?? ""
        layout = fields.optionalLayout("layout") ?? "{}"
    }
}
