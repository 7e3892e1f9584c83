extension ClassParser {
    /// The lines between the braces of a classifier.
    ///
    /// - Parameter firstLine: What follows the opening brace on its line.
    /// - Returns: Behind the closing brace.
    mutating func parseBody(of id: Int, firstLine: SourceRange, opening: SourceRange) -> Int {
        var line: SourceRange? = source.trimmed(firstLine)
        var depth = 1
        while let current = line {
            let text = current
            if text.start < text.end {
                depth += cursor(text).openedBraces
                if depth <= 0 {
                    let inner = source.trimmed(SourceRange(text.start, text.end - 1))
                    if inner.start < inner.end, source.bytes[text.end - 1] == .ascii("}") { addMember(inner, to: id) }
                    if let last = diagram.classifiers[id].declarations.indices.last {
                        diagram.classifiers[id].declarations[last].end = text.end
                        if last == 0 { diagram.classifiers[id].range.end = text.end }
                    }
                    return text.end
                }
                addMember(text, to: id)
            }
            line = takeLine()
        }
        diagnostics.error("unclosed-body", opening, "This body is never closed.", hint: "Add } after its last member.")
        return opening.end
    }

    /// `Name : member`
    mutating func parseMember(_ line: SourceRange) -> Bool {
        var cursor = cursor(line)
        let quoted = cursor.takeQuoted()
        guard let name = quoted ?? cursor.takeName() else { return false }
        cursor.skipBlanks()
        guard cursor.take(.ascii(":")) else { return false }
        let member = source.trimmed(cursor.rest)
        guard member.start < member.end else { return false }
        let id = classifier(named: source[name], at: name)
        diagram.classifiers[id].memberLines.append(line)
        addMember(member, to: id)
        return true
    }

    private mutating func addMember(_ line: SourceRange, to id: Int) {
        if let title = separator(line) {
            diagram.classifiers[id].compartments.append(Compartment(title: title.isEmpty ? nil : title))
            return
        }
        if diagram.classifiers[id].compartments.isEmpty { diagram.classifiers[id].compartments.append(Compartment()) }
        let last = diagram.classifiers[id].compartments.count - 1
        diagram.classifiers[id].compartments[last].features.append(FeatureNotation(source, line).feature)
    }

    /// The title of a separator, empty without one; nil for what is none: `--`, `..`, `==`, `__`, with a text between two of them.
    private func separator(_ line: SourceRange) -> String? {
        let bytes = source.bytes
        let sign = bytes[line.start]
        guard sign == .ascii("-") || sign == .ascii(".") || sign == .ascii("=") || sign == .ascii("_"), line.end - line.start > 1,
            bytes[line.start + 1] == sign
        else { return nil }
        var (start, end) = (line.start, line.end)
        while start < end, bytes[start] == sign { start += 1 }
        if start == end { return "" }
        // `__name` may be a member.
        guard bytes[start].isSpaceOrTab || bytes[end - 1] == sign else { return nil }
        while end > start, bytes[end - 1] == sign { end -= 1 }
        return source[source.trimmed(SourceRange(start, end))]
    }
}
