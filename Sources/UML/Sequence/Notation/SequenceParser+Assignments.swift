extension SequenceParser {
    /// Where the parts of `const Type name =` stand.
    struct AssignmentShape {
        var type: SourceRange?
        var assignee: SourceRange
        /// The offset after `=`.
        var end: Int
    }

    /// Of a type's arguments, in bytes.
    static let longestType = 120

    mutating func parseAssignment() -> Assignment? {
        let start = token.start
        var modifiers: [String] = []
        while keyword(token) == .modifier {
            let next = cursor.next()
            guard !next.startsLine, next.kind == .name || next.kind == .string || next.kind == .leftBracket else { break }
            modifiers.append(source[token.range])
            cursor.advance()
        }
        guard let shape = assignment(at: token.start) else { return nil }
        cursor.move(to: shape.end)
        var assignee = source.collapsed(shape.assignee)
        if source.bytes[shape.assignee.start] == .ascii("\"") { assignee = nameText(cursor.scanner.token(from: shape.assignee.start)) }
        return Assignment(
            modifiers: modifiers, type: shape.type.map { source.collapsed($0) }, assignee: assignee,
            range: SourceRange(start, shape.assignee.end))
    }

    /// `name =`, `Type name =`, `Map<K, V> name =`, `Type[] name =` or `a, b =`, all on one line.
    func assignment(at start: Int) -> AssignmentShape? {
        let first = cursor.scanner.token(from: start)
        guard first.kind == .name || first.kind == .string else { return nil }
        var next = cursor.scanner.token(from: first.end)
        if next.startsLine { return nil }
        if next.kind == .assign { return AssignmentShape(type: nil, assignee: first.range, end: next.end) }
        if next.kind == .comma { return list(first, next) }
        guard first.kind == .name else { return nil }
        var typeEnd = first.end
        if next.kind == .less || next.kind == .leftBracket {
            guard let end = endOfTypeArguments(next) else { return nil }
            typeEnd = end
            next = cursor.scanner.token(from: end)
        }
        guard next.kind == .name || next.kind == .string, !next.startsLine else { return nil }
        let assign = cursor.scanner.token(from: next.end)
        guard assign.kind == .assign, !assign.startsLine else { return nil }
        return AssignmentShape(type: SourceRange(first.start, typeEnd), assignee: next.range, end: assign.end)
    }

    private func list(_ first: Token, _ comma: Token) -> AssignmentShape? {
        var separator = comma
        while separator.kind == .comma, !separator.startsLine {
            let name = cursor.scanner.token(from: separator.end)
            guard name.kind == .name, !name.startsLine else { return nil }
            separator = cursor.scanner.token(from: name.end)
            if separator.kind == .assign, !separator.startsLine {
                return AssignmentShape(type: nil, assignee: SourceRange(first.start, name.end), end: separator.end)
            }
        }
        return nil
    }

    /// After `<…>` and `[]`; only what a type is made of may stand between, and not much of it: each name is tried as a type.
    private func endOfTypeArguments(_ open: Token) -> Int? {
        var depth = 0
        var token = open
        while !token.startsLine, token.end - open.start <= Self.longestType {
            switch token.kind {
            case .less, .leftBracket: depth += 1
            case .stereotypeOpen: depth += 2
            case .greater, .rightBracket: depth -= 1
            case .stereotypeClose: depth -= 2
            case .name, .comma, .dot, .number: break
            default: return nil
            }
            if depth < 0 { return nil }
            if depth == 0 {
                let following = cursor.scanner.token(from: token.end)
                if following.kind != .leftBracket { return token.end }
            }
            token = cursor.scanner.token(from: token.end)
        }
        return nil
    }
}
