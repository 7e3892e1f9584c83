extension SequenceParser {
    /// A block with a word before it, or an anonymous one.
    mutating func parseFragment(_ kind: FragmentKind, keyword: SourceRange?, _ comment: Label?) -> Statement {
        let start = token.start
        let id = size.takeStatementID()
        if keyword != nil { cursor.advance() }
        var fragment = CombinedFragment(kind: kind, keyword: keyword, heading: nil, operands: [], blockRange: SourceRange(start, start))
        let condition = parseCondition(kind)
        let open = token.start
        let block = parseRequiredBlock(after: SourceRange(start, position), kind)
        let range = SourceRange(keyword?.start ?? open, position)
        fragment.blockRange = block.range
        if kind.hasStatementsAsOperands {
            fragment.heading = condition
            fragment.operands = operands(of: block)
        } else {
            fragment.operands = [InteractionOperand(guardText: condition, role: .ordinary, block: block, range: range)]
            moveHeading(of: &fragment)
        }
        if kind == .alternatives { parseAlternatives(&fragment) }
        if kind == .exceptionHandling { parseHandlers(&fragment) }
        return Statement(id: id, range: SourceRange(start, position), comment: comment, content: .fragment(fragment))
    }

    /// The words of a section or of `ignore` aren't conditions, nor are the bounds of a loop.
    private func moveHeading(of fragment: inout CombinedFragment) {
        guard let words = fragment.operands[0].guardText else { return }
        switch fragment.kind {
        case .section, .ignore, .consider, .exceptionHandling: break
        case .loop where LoopBounds(words.text) != nil: break
        default: return
        }
        fragment.heading = words
        fragment.operands[0].guardText = nil
    }

    private mutating func parseCondition(_ kind: FragmentKind) -> Label? {
        if token.kind == .leftParenthesis {
            guard let words = parseParentheses(), !words.text.isEmpty else { return nil }
            return withoutQuotes(words)
        }
        guard token.kind != .leftBrace, token.kind != .end, token.kind != .rightBrace, !token.startsLine else { return nil }
        let end = conditionEnd(token.start)
        let words = label(SourceRange(token.start, end))
        diagnostics.error("missing-parentheses", words.range, "A condition stands in parentheses.", hint: "Write (\(words.text.shortened)).")
        cursor.move(to: end)
        return words
    }

    /// A condition without parentheses ends where its block begins, or with its line.
    private func conditionEnd(_ start: Int) -> Int {
        var end = start
        while end < source.bytes.count, !source.bytes[end].isLineBreak, source.bytes[end] != .ascii("{") { end += 1 }
        return source.trimmed(SourceRange(start, end)).end
    }

    /// A heading that is one text in quotes is shown without them.
    func withoutQuotes(_ words: Label) -> Label {
        // What begins otherwise may be a comment that goes to the end of the text.
        guard words.range.length > 0, source.bytes[words.range.start] == .ascii("\"") else { return words }
        let token = cursor.scanner.token(from: words.range.start)
        guard token.kind == .string, token.end == words.range.end else { return words }
        return Label(text: nameText(token), range: words.range)
    }

    private mutating func parseAlternatives(_ fragment: inout CombinedFragment) {
        while keyword(token) == .otherwise, !isFull() {
            size.otherParts += 1
            let word = token
            cursor.advance()
            var guardText: Label?
            var role = InteractionOperand.Role.otherwise
            if keyword(token) == .alternatives {
                cursor.advance()
                role = .ordinary
                guardText = parseCondition(.alternatives)
            }
            let block = parseRequiredBlock(after: SourceRange(word.start, position), .alternatives)
            fragment.operands.append(
                InteractionOperand(guardText: guardText, role: role, block: block, range: SourceRange(word.start, position)))
        }
    }

    private mutating func parseHandlers(_ fragment: inout CombinedFragment) {
        while let word = keyword(token), word == .handler || word == .finally, !isFull() {
            size.otherParts += 1
            let start = token.start
            cursor.advance()
            let caught = word == .handler ? parseCondition(.exceptionHandling) : nil
            let block = parseRequiredBlock(after: SourceRange(start, position), .exceptionHandling)
            fragment.operands.append(
                InteractionOperand(
                    guardText: caught, role: word == .handler ? .handler : .finally, block: block, range: SourceRange(start, position)))
        }
    }

    /// In `par`, `strict` and `seq` each statement is an operand; an anonymous block is one of several statements.
    private func operands(of block: Block) -> [InteractionOperand] {
        var operands: [InteractionOperand] = []
        for statement in block.statements {
            if case .fragment(let inner) = statement.content, inner.kind == .section, inner.keyword == nil, let only = inner.operands.first {
                operands.append(
                    InteractionOperand(guardText: inner.heading, role: .ordinary, block: only.block, range: statement.range))
            } else {
                operands.append(
                    InteractionOperand(
                        guardText: nil, role: .ordinary, block: Block(statements: [statement], range: statement.range), range: statement.range))
            }
        }
        if operands.isEmpty { operands.append(InteractionOperand(guardText: nil, role: .ordinary, block: block, range: block.range)) }
        return operands
    }
}
