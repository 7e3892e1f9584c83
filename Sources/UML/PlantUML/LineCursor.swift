/// A place in a line of a text in PlantUML's notation, from which its parts are read.
struct LineCursor {
    let bytes: [UInt8]
    private(set) var position: Int
    let end: Int

    init(_ bytes: [UInt8], _ line: SourceRange) {
        self.bytes = bytes
        position = line.start
        end = line.end
    }

    var isAtEnd: Bool { position >= end }
    var rest: SourceRange { SourceRange(min(position, end), end) }
    /// The byte at the place, 0 at the end.
    var byte: UInt8 { byte(0) }

    /// How many more braces the rest opens than it closes.
    var openedBraces: Int {
        var count = 0
        for byte in bytes[rest.start..<rest.end] {
            if byte == .ascii("{") { count += 1 }
            if byte == .ascii("}") { count -= 1 }
        }
        return count
    }

    func byte(_ offset: Int) -> UInt8 { position + offset < end ? bytes[position + offset] : 0 }

    mutating func move(to position: Int) { self.position = min(position, end) }

    mutating func skipBlanks() { while byte.isSpaceOrTab { position += 1 } }

    mutating func take(_ sign: UInt8) -> Bool {
        guard byte == sign else { return false }
        position += 1
        return true
    }

    /// Takes a word in whatever case; no longer word may stand there.
    mutating func take(word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        guard position + length <= end, !byte(length).continuesName else { return false }
        for index in 0..<length where bytes[position + index].lowercased != word.utf8Start[index] { return false }
        position += length
        return true
    }

    /// Whether one of these words comes next, which then is taken.
    mutating func take(anyOf words: [StaticString]) -> Bool {
        for word in words { if take(word: word) { return true } }
        return false
    }

    /// `"…"`, without its quotes.
    mutating func takeQuoted() -> SourceRange? {
        guard byte == .ascii("\"") else { return nil }
        var close = position + 1
        while close < end, bytes[close] != .ascii("\"") { close += 1 }
        guard close < end else { return nil }
        defer { position = close + 1 }
        return SourceRange(position + 1, close)
    }

    /// What stands between two signs, which may be nested.
    mutating func takeBracketed(_ open: UInt8, _ close: UInt8) -> SourceRange? {
        guard byte == open else { return nil }
        var depth = 0
        var place = position
        while place < end {
            if bytes[place] == open { depth += 1 }
            if bytes[place] == close {
                depth -= 1
                if depth == 0 {
                    defer { position = place + 1 }
                    return SourceRange(position + 1, place)
                }
            }
            place += 1
        }
        return nil
    }

    /// A name: letters of any script, digits, and what joins the parts of names. A dot or a colon belongs to it only between two parts.
    mutating func takeName() -> SourceRange? {
        let start = position
        while position < end {
            let next = byte
            if next.continuesName || next == .ascii("@") || next == .ascii("\\") {
                position += 1
            } else if next == .ascii("."), byte(1).continuesName || position == start && byte(1) != .ascii(".") {
                position += 1
            } else if next == .ascii(":"), byte(1) == .ascii(":") {
                position += 2
            } else if next == .ascii("-"), position > start, joinsParts() {
                position += 1
            } else {
                break
            }
        }
        return position > start ? SourceRange(start, position) : nil
    }

    /// Whether a hyphen stands between letters, with no arrow behind.
    private func joinsParts() -> Bool {
        guard bytes[position - 1].continuesName, byte(1).continuesName else { return false }
        var place = 1
        while byte(place).continuesName { place += 1 }
        switch byte(place) {
        case .ascii("-"), .ascii(">"), .ascii("["), .ascii("."): return false
        default: return byte(place - 1) != .ascii("o") || place > 2
        }
    }

    /// `<<…>>`, without its brackets.
    mutating func takeStereotype() -> SourceRange? {
        guard byte == .ascii("<"), byte(1) == .ascii("<") else { return nil }
        var depth = 0
        var place = position
        while place < end {
            if bytes[place] == .ascii("<") { depth += 1 }
            if bytes[place] == .ascii(">") {
                depth -= 1
                if depth == 0 {
                    defer { position = place + 1 }
                    return SourceRange(position + 2, max(place - 1, position + 2))
                }
            }
            place += 1
        }
        return nil
    }

    /// `#red`, `##[dashed]blue`, `#line:red;text:blue`, without the sign.
    mutating func takeColor() -> SourceRange? {
        guard byte == .ascii("#") else { return nil }
        let start = position + 1
        while position < end, !byte.isSpaceOrTab, byte != .ascii("{") {
            // A colon before a blank begins a text.
            if byte == .ascii(":"), byte(1) == 0 || byte(1).isSpaceOrTab { break }
            position += 1
        }
        return SourceRange(start, position)
    }

    /// `[Name]`, without its brackets.
    mutating func takeComponentName() -> SourceRange? {
        byte == .ascii("[") && byte(1) != .ascii("[") ? takeBracketed(.ascii("["), .ascii("]")) : nil
    }

    /// `(Use case)`, without its parentheses.
    mutating func takeUseCaseName() -> SourceRange? {
        byte == .ascii("(") && byte(1) != .ascii(")") ? takeBracketed(.ascii("("), .ascii(")")) : nil
    }

    /// `:Actor:`, without its colons.
    mutating func takeActorName() -> SourceRange? {
        guard byte == .ascii(":"), byte(1) != .ascii(":"), !byte(1).isSpaceOrTab else { return nil }
        var close = position + 1
        while close < end, bytes[close] != .ascii(":") { close += 1 }
        guard close < end else { return nil }
        defer { position = close + 1 }
        return SourceRange(position + 1, close)
    }

    /// `[[…]]`.
    mutating func takeLink() -> Bool {
        guard byte == .ascii("["), byte(1) == .ascii("[") else { return false }
        return takeBracketed(.ascii("["), .ascii("]")) != nil
    }
}
