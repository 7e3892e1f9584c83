extension Scanner {
    /// The offset of the next word, and whether it is the first one of its line.
    func skipTrivia(from offset: Int) -> (start: Int, startsLine: Bool) {
        var position = offset
        var startsLine = bytes.isStartOfLine(offset)
        while position < bytes.count {
            let byte = bytes[position]
            if byte.isLineBreak {
                startsLine = true
                position += 1
            } else if byte.isSpaceOrTab {
                position += 1
            } else if byte >= 0x80, let width = bytes.unicodeSpace(at: position) {
                position += width
            } else if let end = endOfComment(position, startsLine: startsLine) {
                position = end
            } else {
                break
            }
        }
        return (position, startsLine)
    }

    /// Where a block comment that is never closed begins, between two places with nothing but comments and white space between them.
    func unclosedComment(from start: Int, to end: Int) -> Int? {
        var position = start
        var startsLine = bytes.isStartOfLine(start)
        while position < end {
            if isUnclosedComment(position) { return position }
            startsLine = startsLine || bytes[position].isLineBreak
            position = endOfComment(position, startsLine: startsLine) ?? position + 1
        }
        return nil
    }

    /// The end of a comment or of another text that means nothing here; nil if none starts.
    func endOfComment(_ start: Int, startsLine: Bool) -> Int? {
        let second = bytes.byte(start + 1)
        switch bytes[start] {
        case .ascii("/") where second == .ascii("/"): return bytes.endOfLine(start)
        case .ascii("/") where second == .ascii("*"): return isUnclosedComment(start) ? bytes.endOfLine(start) : endOfBlockComment(start)
        case .ascii("#") where second.isSpaceOrTab: return bytes.endOfLine(start)
        case .ascii("'") where startsLine: return bytes.endOfLine(start)
        case .ascii("@") where isWrapper(start): return bytes.endOfName(start + 1)
        case .ascii("!") where startsLine && bytes.holds("!theme", at: start): return bytes.endOfLine(start)
        default: return nil
        }
    }

    private func endOfBlockComment(_ start: Int) -> Int {
        var end = start + 2
        while end < bytes.count {
            if bytes[end] == .ascii("*"), bytes.byte(end + 1) == .ascii("/") { return end + 2 }
            end += 1
        }
        return end
    }

    /// `@startuml` and its like, pasted with a text from elsewhere.
    private func isWrapper(_ start: Int) -> Bool {
        guard bytes.byte(start + 1) == .ascii("s") || bytes.byte(start + 1) == .ascii("e") else { return false }
        return bytes.holds("@startuml", at: start) || bytes.holds("@enduml", at: start) || bytes.holds("@startzenuml", at: start)
            || bytes.holds("@endzenuml", at: start)
    }
}
