import UML

/// A diagram to be checked.
struct CheckRequest: RequestBody {
    let kind: DiagramKind
    let source: String

    init(fields: inout FieldReader) {
        source = fields.string("source", check: TextRules.source)
        kind = fields.kind(of: source)
    }
}
