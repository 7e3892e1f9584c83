extension SequenceParser {
    mutating func parseRequiredBlock(after range: SourceRange, _ kind: FragmentKind) -> Block {
        if token.kind == .leftBrace { return parseBlock() }
        diagnostics.error("missing-block", range, "A block is missing after this.", hint: "Write { … } after it.")
        return Block(statements: [], range: SourceRange(position, position))
    }

    /// `{ statements }`. Beyond the deepest nesting, what is inside is passed over.
    mutating func parseBlock() -> Block {
        let open = token
        guard openBraces.count < Self.deepestNesting else {
            diagnostics.error(
                "too-deep", open.range, "Blocks are nested deeper than \(Self.deepestNesting) levels.", hint: "Split the diagram, and use ref.")
            isIncomplete = true
            let end = cursor.scanner.endOfBlock(open.end)
            cursor.move(to: min(end + 1, source.bytes.count))
            return Block(statements: [], range: SourceRange(open.end, end))
        }
        openBraces.append(SourceRange(open.start, cursor.endOfLine(open.start)))
        cursor.advance()
        let statements = parseStatements(isBlock: true)
        openBraces.removeLast()
        let end = token.start
        if token.kind == .rightBrace {
            cursor.advance()
        } else {
            reportUnclosedBlock(open)
            cursor.move(to: source.bytes.count)
        }
        return Block(statements: statements, range: SourceRange(open.end, end))
    }

    mutating func reportUnclosedBlock(_ open: Token) {
        // Its end may be in what is passed over.
        if isCutOff { return }
        diagnostics.error("unclosed-block", open.range, "This block is never closed.", hint: "Add } where it should end.")
    }
}
