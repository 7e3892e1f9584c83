/// What the module reads: sequence diagrams.
typealias WebDocument = SequenceDocument

/// - Parameter kind: Of several kinds, which one; this module has but one.
func webDocument(_ source: SourceText, _ kind: DiagramKind) -> WebDocument? { kind == .sequence ? SequenceDocument(source) : nil }
