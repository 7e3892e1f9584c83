extension SequenceEditor {
    /// Removes a statement with its block and its comment.
    public func remove(_ id: Int) throws(EditError) -> Edit {
        let site = try site(id)
        var expected = meanings
        _ = expected.remove(site.path.steps[...], emptiesOperand: site.isOperand)
        restoreEmptyOperand(of: site, &expected)
        return try checked([removal(extent(site.statement))], expected, keepsEmoji: false)
    }

    /// A `par` that has lost its last statement still has one, empty operand.
    private func restoreEmptyOperand(of site: StatementSite, _ expected: inout [Meaning]) {
        guard site.isOperand else { return }
        expected.update(site.path.steps.dropLast()[...]) { if $0.blocks.isEmpty { $0.blocks = [[]] } }
    }

    /// Moves a statement with its block and its comment. Who sends what stays as it was: where the new place implies another sender, the
    /// text names the old one.
    public func move(_ id: Int, to point: InsertionPoint) throws(EditError) -> Edit {
        let site = try site(id)
        if let owner = ownerID(of: point.place), try self.site(owner).path.isInside(site.path) { throw .intoItself }
        let target = try self.site(of: point.place)
        let newContext = try context(of: point.place)
        let extent = extent(site.statement)
        let text = try namingSenders(site, in: newContext)
        let insertion = try insertion(of: lines(of: text, indentedLike: extent.start), at: point.index, in: target)
        var expected = meanings
        guard let moved = expected.statement(site.path.steps[...]) else { throw .noSuchElement }
        // What is removed last keeps the paths of the others true while they are used.
        let marker = Meaning(words: [0])
        expected.update(site.path.steps[...]) { $0 = marker }
        try insert(moved, at: point, &expected)
        Self.drop(marker, from: &expected, emptiesOperand: site.isOperand)
        return try checked([removal(extent), insertion], expected)
    }

    private static func drop(_ marker: Meaning, from meanings: inout [Meaning], emptiesOperand: Bool) {
        if let index = meanings.firstIndex(of: marker) {
            meanings.remove(at: index)
            return
        }
        for index in meanings.indices {
            for block in meanings[index].blocks.indices.reversed() {
                let held = meanings[index].blocks[block].contains(marker)
                drop(marker, from: &meanings[index].blocks[block], emptiesOperand: emptiesOperand)
                guard held, emptiesOperand, meanings[index].blocks[block].isEmpty else { continue }
                if meanings[index].blocks.count > 1 { meanings[index].blocks.remove(at: block) }
            }
        }
    }

    private func ownerID(of place: InsertionPoint.Place) -> Int? {
        switch place {
        case .body: nil
        case .block(let id), .operand(let id, _): id
        }
    }

    /// The text of a statement and its comment, in which statements that the new place would give another sender name their own.
    private func namingSenders(_ site: StatementSite, in context: String?) throws(EditError) -> String {
        let start = site.statement.comment?.range.start ?? site.statement.range.start
        let whole = SourceRange(start, endWithComment(site.statement.range.end, extent(site.statement)))
        let old = site.context.map { name($0) } ?? ""
        if let context, context.isSpelled(like: old) { return source[whole] }
        var edits: [TextEdit] = []
        try nameSender(site.statement, &edits)
        let shifted = edits.map { TextEdit(range: SourceRange($0.range.start - start, $0.range.end - start), replacement: $0.replacement) }
        return SourceText(bytes: Array(source.bytes[whole.start..<whole.end])).applying(shifted).string
    }

    private func nameSender(_ statement: Statement, _ edits: inout [TextEdit]) throws(EditError) {
        switch statement.content {
        case .message(let message) where message.senderRange == nil:
            guard !diagram.participants[message.sender].isImplicitStarter else { throw .changesMore }
            let sender = try Self.written(name(message.sender))
            switch message.sort {
            case .synchCall, .asynchCall:
                if let receiver = message.receiverRange {
                    edits.append(TextEdit(range: SourceRange(receiver.start, receiver.start), replacement: "\(sender) -> "))
                } else {
                    let start = message.text.range.start
                    edits.append(TextEdit(range: SourceRange(start, start), replacement: "\(sender) -> \(sender)."))
                }
            case .reply where message.receiverRange == nil:
                guard !diagram.participants[message.receiver].isImplicitStarter else { throw .changesMore }
                edits.append(
                    TextEdit(range: statement.range, replacement: "\(sender) --> \(try Self.written(name(message.receiver))): \(message.text.text)"))
            case .reply: break
            case .createMessage: throw .changesMore
            }
        case .fragment(let fragment):
            for operand in fragment.operands { for inner in operand.block.statements { try nameSender(inner, &edits) } }
        default: break
        }
    }

    /// Lines without the indentation that the first one had.
    private func lines(of text: String, indentedLike offset: Int) -> [String] {
        let indent = Array(lines.indentation(ofLineAt: offset).utf8)
        var texts: [String] = []
        var line: [UInt8] = []
        for byte in Array(text.utf8) + [.lineFeed] {
            guard byte == .lineFeed else {
                line.append(byte)
                continue
            }
            if line.last == .carriageReturn { line.removeLast() }
            if !texts.isEmpty, line.starts(with: indent) { line.removeFirst(indent.count) }
            texts.append(String(decoding: line, as: UTF8.self))
            line = []
        }
        return texts
    }

    /// Puts neighbouring statements of one block into a fragment.
    public func wrap(_ first: Int, through last: Int, in kind: FragmentKind, condition: String = "") throws(EditError) -> Edit {
        let (start, end) = (try site(first), try site(last))
        guard let from = start.path.steps.last, let to = end.path.steps.last, from.block == to.block, from.index <= to.index,
            start.path.steps.dropLast().elementsEqual(end.path.steps.dropLast()), !start.isOperand || first == last
        else { throw .noSuchElement }
        let opening = try heading(kind, condition)
        let (upper, lower) = (extent(start.statement), extent(end.statement))
        var edits: [TextEdit] = []
        if upper.isWholeLines, lower.isWholeLines {
            let indent = lines.indentation(ofLineAt: upper.start)
            edits.append(TextEdit(range: SourceRange(upper.start, upper.start), replacement: indent + opening + lineBreak))
            var line = upper.start
            while line < lower.end {
                if !lines.isBlank(lineAt: line) { edits.append(TextEdit(range: SourceRange(line, line), replacement: indentationUnit)) }
                line = max(lines.startOfNextLine(line), line + 1)
            }
            let endsWithBreak = source.bytes[lower.end - 1].isLineBreak
            edits.append(
                TextEdit(range: SourceRange(lower.end, lower.end), replacement: endsWithBreak ? indent + "}" + lineBreak : lineBreak + indent + "}"))
        } else {
            edits.append(TextEdit(range: SourceRange(upper.start, upper.start), replacement: opening + " "))
            edits.append(TextEdit(range: SourceRange(lower.end, lower.end), replacement: lineBreak + "}"))
        }
        return try checked(edits, try wrapped(start, through: to.index, kind, condition))
    }

    func heading(_ kind: FragmentKind, _ condition: String) throws(EditError) -> String {
        try Self.requireOneLine(condition)
        let word = kind == .alternatives ? "if" : kind.rawValue
        let gap = kind == .alternatives ? " " : ""
        return condition.isEmpty ? "\(word) {" : "\(word)\(gap)(\(condition)) {"
    }

    /// What a fragment says that holds nothing yet.
    func meaning(of kind: FragmentKind, _ condition: String) throws(EditError) -> Meaning {
        let body = try written(kind, condition)
        guard var meaning = Meaning.of(body, []).first else { throw .badText }
        (meaning.origin, meaning.comment) = (nil, nil)
        return meaning
    }

    /// A block with a fragment alone, as its words are read.
    func written(_ kind: FragmentKind, _ condition: String) throws(EditError) -> Block {
        let trial = SequenceDocument(SourceText(try heading(kind, condition) + "}"))
        guard trial.diagram.body.statements.count == 1, !trial.hasErrors else { throw .badText }
        return trial.diagram.body
    }

    private func wrapped(_ start: StatementSite, through last: Int, _ kind: FragmentKind, _ condition: String) throws(EditError) -> [Meaning] {
        var wrapper = try meaning(of: kind, condition)
        guard let step = start.path.steps.last else { throw .badText }
        var expected = meanings
        var block: [Meaning] = []
        for index in step.index...last {
            var path = start.path.steps
            path[path.count - 1].index = index
            if let statement = expected.statement(path[...]) { block.append(statement) }
        }
        wrapper.blocks = kind.hasStatementsAsOperands ? block.map { [$0] } : [block]
        expected.update(start.path.steps[...]) { $0 = wrapper }
        if step.index < last { expected.removeSiblings(after: start.path.steps[...], through: last) }
        return expected
    }

    /// Takes a fragment away and leaves what is in it.
    public func unwrap(_ id: Int) throws(EditError) -> Edit {
        let site = try site(id)
        guard case .fragment(let fragment) = site.statement.content, !site.isOperand else { throw .noSuchElement }
        var edits: [TextEdit] = []
        var start = site.statement.range.start
        for operand in fragment.operands {
            guard let first = operand.block.statements.first, let last = operand.block.statements.last else { continue }
            let (upper, lower) = (extent(first), extent(last))
            edits.append(
                TextEdit(
                    range: SourceRange(start, upper.isWholeLines ? skipBlanks(upper.start) : upper.start),
                    replacement: start > site.statement.range.start ? lineBreak : ""))
            edits += dedent(upper, lower)
            start = lower.end
            while start > upper.start, source.bytes[start - 1].isLineBreak { start -= 1 }
        }
        guard !edits.isEmpty else { return try remove(id) }
        edits.append(TextEdit(range: SourceRange(start, site.statement.range.end), replacement: ""))
        var expected = meanings
        guard let meaning = expected.remove(site.path.steps[...], emptiesOperand: false), let last = site.path.steps.last else {
            throw .noSuchElement
        }
        var inner: [Meaning] = []
        for block in meaning.blocks { inner += block }
        Self.join(meaning.comment, above: &inner)
        if site.path.steps.count == 1 {
            expected.insert(contentsOf: inner, at: last.index)
        } else {
            expected.update(site.path.steps.dropLast()) { $0.blocks[last.block].insert(contentsOf: inner, at: last.index) }
        }
        return try checked(edits, expected)
    }

    /// The comment above what is taken away then stands above the first that is left.
    private static func join(_ comment: [UInt8]?, above statements: inout [Meaning]) {
        guard let comment, !comment.isEmpty, !statements.isEmpty else { return }
        let own = statements[0].comment ?? []
        statements[0].comment = own.isEmpty ? comment : comment + [.lineFeed] + own
    }

    /// One level less for all lines but the first, which takes the place of the fragment's own.
    private func dedent(_ upper: Extent, _ lower: Extent) -> [TextEdit] {
        guard upper.isWholeLines else { return [] }
        let unit = Array(indentationUnit.utf8)
        var edits: [TextEdit] = []
        var line = lines.startOfNextLine(upper.start)
        while line < lower.end {
            if source.bytes[line...].starts(with: unit) { edits.append(TextEdit(range: SourceRange(line, line + unit.count), replacement: "")) }
            line = max(lines.startOfNextLine(line), line + 1)
        }
        return edits
    }
}
