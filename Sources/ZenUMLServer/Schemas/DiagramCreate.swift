import Domain
import UML

/// A new diagram.
struct DiagramCreate: RequestBody {
    /// One that the engine knows.
    let kind: String
    let name: String
    let source: String
    let layout: String

    init(kind: String, name: String, source: String, layout: String) {
        self.kind = kind
        self.name = name
        self.source = source
        self.layout = layout
    }

    var content: DiagramContent { DiagramContent(name: name, source: source, layout: layout) }

    init(fields: inout FieldReader) {
        name = fields.string("name", check: TextRules.diagramName)
        source = fields.optionalString("source", check: TextRules.storedSource) ?? ""
        kind = fields.kind(of: source).rawValue
        layout = fields.optionalLayout("layout") ?? "{}"
    }
}
