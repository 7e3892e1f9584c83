extension SequenceEditor {
    /// Makes a fragment one of another kind, e.g. a loop of an option; what happens in it stays.
    ///
    /// - Throws: ``EditError/severalCases`` for one with several cases: the other kinds have one.
    public func changeOperator(of id: Int, to kind: FragmentKind, _ condition: String) throws(EditError) -> Edit {
        let (site, fragment) = try fragment(id)
        if fragment.kind == kind { return .nothing }
        let isOfStatements = fragment.kind.hasStatementsAsOperands
        guard isOfStatements || fragment.operands.count == 1 else { throw .severalCases }
        let range = SourceRange(site.statement.range.start, fragment.blockRange.start)
        guard source[range].utf8.last == .ascii("{") else { throw .changesMore }
        let edit = TextEdit(range: range, replacement: try heading(kind, condition))
        let words = try meaning(of: kind, condition).words
        var expected = meanings
        expected.update(site.path.steps[...]) {
            $0.words = words
            if isOfStatements, kind.hasStatementsAsOperands { return }
            let statements = Array($0.blocks.joined())
            $0.blocks = kind.hasStatementsAsOperands && !statements.isEmpty ? statements.map { [$0] } : [statements]
        }
        return try checked([edit], expected)
    }
}
