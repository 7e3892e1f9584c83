extension SequenceEditor {
    /// Adds an operand, before the one that says what happens else.
    ///
    /// - Parameter condition: Empty for what happens else.
    public func addOperand(to id: Int, _ condition: String) throws(EditError) -> Edit {
        guard !condition.utf8.contains(where: { $0.isLineBreak }) else { throw .badText }
        let (site, fragment) = try fragment(id)
        guard fragment.kind == .alternatives, let last = fragment.operands.last else { throw .noSuchElement }
        let hasElse = last.role == .otherwise
        if hasElse, condition.isEmpty { throw .noSuchElement }
        let index = fragment.operands.count - (hasElse ? 1 : 0)
        let end = fragment.operands[index - 1].range.end
        let indent = lines.indentation(ofLineAt: site.statement.range.start)
        let opening = condition.isEmpty ? " else {" : " else if (\(condition)) {"
        let edit = TextEdit(range: SourceRange(end, end), replacement: opening + lineBreak + indent + "}")
        let none = SourceRange(end, end)
        let added = InteractionOperand(
            guardText: condition.isEmpty ? nil : Label(text: condition, range: none), role: condition.isEmpty ? .otherwise : .ordinary,
            block: Block(statements: [], range: none), range: none)
        var changed = fragment
        changed.operands.insert(added, at: index)
        var expected = meanings
        expected.update(site.path.steps[...]) {
            $0.words = Meaning.words(of: changed)
            $0.blocks.insert([], at: index)
        }
        return try checked([edit], expected)
    }

    /// Changes the condition of an operand, or of a fragment that has but one.
    public func changeOperand(_ number: Int, of id: Int, to condition: String) throws(EditError) -> Edit {
        guard !condition.utf8.contains(where: { $0.isLineBreak }) else { throw .badText }
        let (site, fragment) = try fragment(id)
        guard fragment.operands.indices.contains(number) else { throw .noSuchElement }
        var changed = fragment
        var edit: TextEdit
        if number == 0, let heading = fragment.heading {
            changed.heading?.text = condition
            edit = TextEdit(range: heading.range, replacement: condition)
        } else if let guardText = fragment.operands[number].guardText {
            changed.operands[number].guardText?.text = condition
            edit = TextEdit(range: guardText.range, replacement: condition)
        } else {
            guard !condition.isEmpty else { return .nothing }
            let operand = fragment.operands[number]
            let otherwise = operand.role == .otherwise ? operand.range.start + "else".utf8.count : nil
            guard let end = number == 0 ? fragment.keyword?.end : otherwise else { throw .noSuchElement }
            changed.operands[number].guardText = Label(text: condition, range: operand.range)
            edit = TextEdit(range: SourceRange(end, end), replacement: number == 0 ? "(\(condition))" : " if (\(condition))")
        }
        if source[edit.range].isSpelled(like: condition) { return .nothing }
        var expected = meanings
        expected.update(site.path.steps[...]) { $0.words = Meaning.words(of: changed) }
        return try checked([edit], expected)
    }

    /// Removes an operand with what happens in it. The first one goes with the fragment.
    public func removeOperand(_ number: Int, of id: Int) throws(EditError) -> Edit {
        let (site, fragment) = try fragment(id)
        guard number > 0, fragment.operands.indices.contains(number), !fragment.kind.hasStatementsAsOperands else { throw .noSuchElement }
        let operand = fragment.operands[number]
        let before = fragment.operands[number - 1].range.end
        var changed = fragment
        changed.operands.remove(at: number)
        var expected = meanings
        expected.update(site.path.steps[...]) {
            $0.words = Meaning.words(of: changed)
            $0.blocks.remove(at: number)
        }
        return try checked([TextEdit(range: SourceRange(before, operand.range.end), replacement: "")], expected)
    }

    private func fragment(_ id: Int) throws(EditError) -> (StatementSite, CombinedFragment) {
        let site = try site(id)
        guard case .fragment(let fragment) = site.statement.content else { throw .noSuchElement }
        return (site, fragment)
    }
}
