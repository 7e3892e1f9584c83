import UML

extension FieldReader {
    /// The kind of a diagram, which may be left out: then a source that says it is PlantUML tells it, and any other is a sequence diagram.
    /// - Parameter source: The field `source`, as it was read.
    mutating func kind(of source: String) -> DiagramKind {
        let named = choice("kind", default: DiagramKind.sequence)
        let text = SourceText(source)
        guard !has("kind"), SourceKind.isPlantUML(text) else { return named }
        switch SourceKind.told(by: text) {
        case .known(let kind): return kind
        case .other(let other):
            refuse(
                "source", FieldProblem("This is \(other), which is not drawn here; say so with kind if it is something else", type: "unknown_kind"))
            return named
        case nil: return .classes
        }
    }
}
