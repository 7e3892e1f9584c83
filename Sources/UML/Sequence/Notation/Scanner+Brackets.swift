extension Scanner {
    /// The offset after the brace that closes a block whose inside starts at `start`, found without recursion; the end of the text if there is none.
    func endOfBlock(_ start: Int) -> Int {
        var depth = 1
        var position = start
        var startsLine = false
        while position < bytes.count {
            let byte = bytes[position]
            if byte == .ascii("\"") {
                position = bytes.endOfString(position)
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
