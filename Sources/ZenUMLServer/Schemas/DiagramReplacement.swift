/// All of a diagram that a person can change, anew.
struct DiagramReplacement: RequestBody {
    let name: String
    let source: String
    let layout: String

    init(fields: inout FieldReader) {
        name = fields.string("name", check: TextRules.diagramName)
        source = fields.string("source", check: TextRules.storedSource)
        layout = fields.optionalLayout("layout") ?? "{}"
    }
}
