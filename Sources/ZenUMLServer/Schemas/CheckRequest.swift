import UML

/// A diagram to be checked.
struct CheckRequest: RequestBody {
    let kind: DiagramKind
    let source: String

    init(fields: inout FieldReader) {
        kind = fields.choice("kind", default: .sequence)
        source = fields.string("source", check: TextRules.source)
    }
}
