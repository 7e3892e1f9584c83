/// What the module reads: class and use case diagrams.
typealias WebDocument = ClassDocument
typealias WebLayout = ClassLayout

func webDocument(_ source: SourceText, _ kind: DiagramKind) -> WebDocument? {
    switch kind {
    case .sequence: nil
    case .classes: ClassDocument(source, .classes)
    case .useCases: ClassDocument(source, .useCases)
    }
}
