extension SequenceEditor {
    /// Adds an operand, before the one that says what happens else.
    ///
    /// - Parameter condition: Empty for what happens else.
    public func addOperand(to id: Int, _ condition: String) throws(EditError) -> Edit {
        try Self.requireOneLine(condition)
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

    /// Changes the condition of an operand, or what else stands in the parentheses of a fragment.
    ///
    /// - Throws: ``EditError/badText`` where a condition has to stand, and for words that are none.
    public func changeOperand(_ number: Int, of id: Int, to condition: String) throws(EditError) -> Edit {
        let (site, fragment) = try fragment(id)
        guard fragment.operands.indices.contains(number) else { throw .noSuchElement }
        try Self.requireOneLine(condition)
        if condition.isEmpty, fragment.kind == .alternatives {
            if fragment.operands[number].role == .otherwise { return .nothing }
            throw .badText
        }
        var changed = fragment
        if number == 0 {
            guard case .fragment(let trial)? = try written(fragment.kind, condition).statements.first?.content else { throw .badText }
            changed.heading = trial.heading
            changed.operands[0].guardText = trial.operands.first?.guardText
        } else {
            changed.operands[number].guardText = Label(text: condition, range: SourceRange(0, 0))
        }
        let edit = try conditionEdit(fragment, number, condition)
        if source[edit.range].isSpelled(like: edit.replacement) { return .nothing }
        var expected = meanings
        expected.update(site.path.steps[...]) { $0.words = Meaning.words(of: changed) }
        return try checked([edit], expected)
    }

    private func conditionEdit(_ fragment: CombinedFragment, _ number: Int, _ condition: String) throws(EditError) -> TextEdit {
        let operand = fragment.operands[number]
        if let words = (number == 0 ? fragment.heading : nil) ?? operand.guardText { return TextEdit(range: words.range, replacement: condition) }
        // An `else` becomes an `else if`.
        if operand.role == .otherwise {
            let end = operand.range.start + "else".utf8.count
            return TextEdit(range: SourceRange(end, end), replacement: " if (\(condition))")
        }
        let word = number == 0 ? fragment.keyword?.end : lastWordEnd(before: operand.block.range.start)
        guard let word else { throw .noSuchElement }
        let open = skipBlanks(word)
        guard open < source.bytes.count, source.bytes[open] == .ascii("(") else {
            return TextEdit(range: SourceRange(word, word), replacement: "(\(condition))")
        }
        var close = open + 1
        while close < source.bytes.count, source.bytes[close] != .ascii(")") { close += 1 }
        return TextEdit(range: SourceRange(open + 1, close), replacement: condition)
    }

    /// Of the `if` before empty parentheses and a brace.
    private func lastWordEnd(before brace: Int) -> Int? {
        var end = brace
        while end > 0, !source.bytes[end - 1].continuesName { end -= 1 }
        return end > 0 ? end : nil
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

    func fragment(_ id: Int) throws(EditError) -> (StatementSite, CombinedFragment) {
        let site = try site(id)
        guard case .fragment(let fragment) = site.statement.content else { throw .noSuchElement }
        return (site, fragment)
    }
}
