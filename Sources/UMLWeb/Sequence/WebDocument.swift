/// What the module reads: sequence diagrams.
typealias WebDocument = SequenceDocument

/// Nothing of it is kept.
struct WebLayout {}

extension SequenceDocument {
    func scene(_ places: ElementPlaces, _: inout WebLayout?) -> Scene { scene(places) }
}

/// - Parameter kind: Of several kinds, which one; this module has but one.
func webDocument(_ source: SourceText, _ kind: DiagramKind) -> WebDocument? { kind == .sequence ? SequenceDocument(source) : nil }
