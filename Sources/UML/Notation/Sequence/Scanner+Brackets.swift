extension Scanner {
    /// How far past its first line an argument list may reach. It bounds the work on a text full of unclosed parentheses.
    static let farthestBracket = 512

    /// The offset of the bracket that closes the one at `start`; nil if it stays open.
    func closingBracket(_ start: Int) -> Int? {
        let limit = min(bytes.count, endOfLine(start) + Self.farthestBracket)
        var open: [UInt8] = []
        var position = start
        while position < limit {
            switch bytes[position] {
            case .ascii("("): open.append(.ascii(")"))
            case .ascii("["): open.append(.ascii("]"))
            case .ascii("{"): open.append(.ascii("}"))
            case .ascii("\""):
                position = endOfString(position)
                continue
            case .ascii(")"), .ascii("]"), .ascii("}"):
                guard open.popLast() == bytes[position] else { return nil }
                if open.isEmpty { return position }
            default: break
            }
            position += 1
        }
        return nil
    }

    /// The end of an expression that starts at `start`: the end of the line, a `;`, a comment, or a bracket that closes what encloses it.
    func endOfExpression(_ start: Int) -> Int {
        var position = start
        while position < bytes.count {
            switch bytes[position] {
            case .ascii("("), .ascii("["), .ascii("{"):
                guard let closing = closingBracket(position) else { return endOfLine(position) }
                position = closing
            case .ascii("\""):
                position = endOfString(position)
                continue
            case .ascii("/") where byte(position + 1) == .ascii("/"): return position
            case .lineFeed, .carriageReturn, .ascii(";"), .ascii(")"), .ascii("]"), .ascii("}"): return position
            default: break
            }
            position += 1
        }
        return position
    }

    /// The offset after the brace that closes a block whose inside starts at `start`, found without recursion; the end of the text if there is none.
    func endOfBlock(_ start: Int) -> Int {
        var depth = 1
        var position = start
        var startsLine = false
        while position < bytes.count {
            let byte = bytes[position]
            if byte == .ascii("\"") {
                position = endOfString(position)
                continue
            }
            if let end = endOfComment(position, startsLine: startsLine) {
                position = end
                continue
            }
            if byte == .ascii("{") { depth += 1 }
            if byte == .ascii("}") {
                depth -= 1
                if depth == 0 { return position }
            }
            startsLine = byte.isLineBreak || (startsLine && byte.isSpaceOrTab)
            position += 1
        }
        return position
    }
}
