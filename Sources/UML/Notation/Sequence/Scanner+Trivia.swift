extension Scanner {
    /// The offset of the next word, and whether it is the first one of its line.
    func skipTrivia(from offset: Int) -> (start: Int, startsLine: Bool) {
        var position = offset
        var startsLine = isStartOfLine(offset)
        while position < bytes.count {
            let byte = bytes[position]
            if byte.isLineBreak {
                startsLine = true
                position += 1
            } else if byte.isSpaceOrTab {
                position += 1
            } else if byte >= 0x80, let width = unicodeSpace(at: position) {
                position += width
            } else if let end = endOfComment(position, startsLine: startsLine) {
                position = end
            } else {
                break
            }
        }
        return (position, startsLine)
    }

    /// The end of a comment or of another text that means nothing here; nil if none starts.
    func endOfComment(_ start: Int, startsLine: Bool) -> Int? {
        let second = byte(start + 1)
        switch bytes[start] {
        case .ascii("/") where second == .ascii("/"): return endOfLine(start)
        case .ascii("/") where second == .ascii("*"): return endOfBlockComment(start)
        case .ascii("#") where second.isSpaceOrTab: return endOfLine(start)
        case .ascii("'") where startsLine: return endOfLine(start)
        case .ascii("@") where isWrapper(start): return endOfName(start + 1)
        case .ascii("!") where startsLine && matches("!theme", at: start): return endOfLine(start)
        default: return nil
        }
    }

    private func endOfBlockComment(_ start: Int) -> Int {
        var end = start + 2
        while end < bytes.count {
            if bytes[end] == .ascii("*"), byte(end + 1) == .ascii("/") { return end + 2 }
            end += 1
        }
        return end
    }

    private func isStartOfLine(_ offset: Int) -> Bool {
        var before = offset - 1
        while before >= 0, before < bytes.count {
            if bytes[before].isLineBreak { return true }
            guard bytes[before].isSpaceOrTab else { return false }
            before -= 1
        }
        return true
    }

    /// `@startuml` and its like, pasted with a text from elsewhere.
    private func isWrapper(_ start: Int) -> Bool {
        guard byte(start + 1) == .ascii("s") || byte(start + 1) == .ascii("e") else { return false }
        return matches("@startuml", at: start) || matches("@enduml", at: start) || matches("@startzenuml", at: start)
            || matches("@endzenuml", at: start)
    }

    /// Whether this word, and no longer one, stands at `offset`.
    func matches(_ word: StaticString, at offset: Int) -> Bool {
        let length = word.utf8CodeUnitCount
        guard offset + length <= bytes.count else { return false }
        for index in 0..<length where bytes[offset + index] != word.utf8Start[index] { return false }
        return !byte(offset + length).continuesName
    }
}
