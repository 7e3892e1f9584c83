extension SequenceEditor {
    /// What an insertion has to know of a place.
    struct Site {
        /// Each statement with its comment.
        var children: [Extent]
        /// Between the braces; nil for a call that has no block yet, and for the diagram itself.
        var inside: SourceRange?
        /// The statement that holds the place; nil for the diagram itself.
        var owner: Statement?
        /// Which block of the owner, for the path of what is inserted.
        var block: Int
        /// Operands stand here, each a statement.
        var holdsOperands = false
    }

    func site(of place: InsertionPoint.Place) throws(EditError) -> Site {
        switch place {
        case .body: return Site(children: extents(diagram.body), inside: nil, owner: nil, block: 0)
        case .block(let id):
            let owner = try site(id).statement
            switch owner.content {
            case .message(let message) where message.sort == .synchCall || message.sort == .createMessage:
                guard let block = message.block else { return Site(children: [], inside: nil, owner: owner, block: 0) }
                return Site(children: extents(block), inside: try braced(block.range), owner: owner, block: 0)
            case .fragment(let fragment) where fragment.kind.hasStatementsAsOperands:
                var children: [Extent] = []
                for operand in fragment.operands where operand.block.range != fragment.blockRange {
                    let isAlone = operand.block.range == operand.range
                    children.append(
                        extent(
                            isAlone ? operand.block.statements.first?.comment?.range.start ?? operand.range.start : operand.range.start,
                            operand.range.end))
                }
                return Site(children: children, inside: try braced(fragment.blockRange), owner: owner, block: 0, holdsOperands: true)
            default: throw .noSuchElement
            }
        case .operand(let id, let number):
            let owner = try site(id).statement
            guard case .fragment(let fragment) = owner.content, fragment.operands.indices.contains(number) else { throw .noSuchElement }
            let operand = fragment.operands[number]
            if fragment.kind.hasStatementsAsOperands, operand.block.range == operand.range { throw .noSuchElement }
            return Site(children: extents(operand.block), inside: try braced(operand.block.range), owner: owner, block: number)
        }
    }

    private func extents(_ block: Block) -> [Extent] {
        var extents: [Extent] = []
        for statement in block.statements { extents.append(extent(statement)) }
        return extents
    }

    private func braced(_ range: SourceRange) throws(EditError) -> SourceRange {
        guard range.start > 0, source.bytes[range.start - 1] == .ascii("{"), range.end < source.bytes.count, source.bytes[range.end] == .ascii("}")
        else {
            throw .brokenBlock
        }
        return range
    }

    /// Puts lines, without their indentation, at a place.
    func insertion(of lines: [String], at index: Int, in site: Site) throws(EditError) -> TextEdit {
        guard index >= 0, index <= site.children.count else { throw .noSuchElement }
        let indent = indentation(in: site)
        let text = joined(lines, indent)
        if index < site.children.count {
            let sibling = site.children[index]
            let start = SourceRange(sibling.start, sibling.start)
            if sibling.isWholeLines { return TextEdit(range: start, replacement: indent + text + lineBreak) }
            return TextEdit(range: start, replacement: text + lineBreak + indent)
        }
        if let last = site.children.last { return append(text, after: last, indent, closing(site)) }
        guard let owner = site.owner else {
            let needsBreak = source.bytes.last.map { !$0.isLineBreak } ?? false
            let end = SourceRange(source.bytes.count, source.bytes.count)
            return TextEdit(range: end, replacement: (needsBreak ? lineBreak : "") + indent + text + lineBreak)
        }
        guard let inside = site.inside else {
            let end = SourceRange(owner.range.end, owner.range.end)
            return TextEdit(range: end, replacement: " {" + lineBreak + indent + text + lineBreak + closing(site) + "}")
        }
        return fill(inside, with: text, indent, closing(site))
    }

    private func append(_ text: String, after last: Extent, _ indent: String, _ closing: String) -> TextEdit {
        if last.isWholeLines {
            let endsWithBreak = last.end > 0 && source.bytes[last.end - 1].isLineBreak
            let place = SourceRange(last.end, last.end)
            return TextEdit(range: place, replacement: endsWithBreak ? indent + text + lineBreak : lineBreak + indent + text)
        }
        let next = skipBlanks(last.end)
        let isEndOfLine = next >= source.bytes.count || source.bytes[next].isLineBreak
        return TextEdit(
            range: SourceRange(last.end, isEndOfLine ? last.end : next),
            replacement: lineBreak + indent + text + (isEndOfLine ? "" : lineBreak + closing))
    }

    /// The first statement of a block.
    private func fill(_ inside: SourceRange, with text: String, _ indent: String, _ closing: String) -> TextEdit {
        // A comment in it stays below, or it would be the new statement's.
        if source.trimmed(inside).length > 0 {
            return TextEdit(range: SourceRange(inside.start, inside.start), replacement: lineBreak + indent + text)
        }
        let lineStart = lines.start(ofLineAt: inside.end)
        if lineStart > inside.start, lines.isBlank(before: inside.end) {
            return TextEdit(range: SourceRange(lineStart, lineStart), replacement: indent + text + lineBreak)
        }
        var start = inside.end
        while start > inside.start, source.bytes[start - 1].isSpaceOrTab { start -= 1 }
        return TextEdit(range: SourceRange(start, inside.end), replacement: lineBreak + indent + text + lineBreak + closing)
    }

    private func closing(_ site: Site) -> String { site.owner.map { lines.indentation(ofLineAt: $0.range.start) } ?? "" }

    private func indentation(in site: Site) -> String {
        for child in site.children where child.isWholeLines { return lines.indentation(ofLineAt: child.start) }
        return site.owner == nil ? "" : closing(site) + indentationUnit
    }

    private func joined(_ lines: [String], _ indent: String) -> String {
        var text = ""
        for (number, line) in lines.enumerated() { text += number == 0 ? line : lineBreak + (line.isEmpty ? "" : indent) + line }
        return text
    }
}
