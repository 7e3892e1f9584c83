/// What makes an edit by writing a draft of it.
protocol DraftEditor {
    var draft: ClassDraft { get }
}

extension DraftEditor {
    var document: ClassDocument { draft.document }
    var source: SourceText { document.source }
    /// As it is before the edit.
    var diagram: ClassDiagram { document.diagram }

    /// - Parameter id: Empty for the diagram itself.
    func package(_ id: String) throws(EditError) -> Int? {
        if id.isEmpty { return nil }
        guard let package = document.identities.package(id) else { throw .noSuchElement }
        return package
    }
}
