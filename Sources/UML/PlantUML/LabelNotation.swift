/// The words of a relation's label, in which `<<x>>` stands for guillemets and `>` or `<` at an end for the direction in which to read.
enum LabelNotation {
    /// With `\n` as line breaks, and `<<x>>` in guillemets.
    static func label(_ name: String) -> String {
        var bytes: [UInt8] = []
        var iterator = Array(name.utf8)[...]
        while let byte = iterator.popFirst() {
            if byte == .ascii("\\"), iterator.first == .ascii("n") {
                bytes.append(.lineFeed)
                iterator.removeFirst()
            } else if byte == .ascii("<") || byte == .ascii(">"), iterator.first == byte {
                bytes += (byte == .ascii("<") ? "\u{AB}" : "\u{BB}").utf8
                iterator.removeFirst()
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Words in several lines as one line of the text.
    static func written(_ words: String) -> String {
        var bytes: [UInt8] = []
        for byte in Array(words.utf8) where byte != .carriageReturn {
            if byte == .lineFeed { bytes.append(.ascii("\\")) }
            bytes.append(byte == .lineFeed ? .ascii("n") : byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func lowercased(_ text: String) -> String {
        String(decoding: text.utf8.map { $0.lowercased }, as: UTF8.self)
    }

    /// Whether a text has these letters in it, in whatever case. Without a text it hasn't.
    static func says(_ word: StaticString, _ text: String?) -> Bool {
        let bytes = Array(lowercased(text ?? "").utf8)
        return bytes.indices.contains { bytes.begins(with: word, at: $0) }
    }

    /// Whether a sign stands at one end of the text, with a blank between.
    private static func isAlone(_ position: Int, _ bytes: [UInt8]) -> Bool {
        if bytes.count == 1 { return true }
        return position == 0 ? bytes[1].isSpaceOrTab : position == bytes.count - 1 && bytes[position - 1].isSpaceOrTab
    }

    static func words(_ text: String) -> String {
        var result: [UInt8] = []
        let bytes = Array(text.utf8)
        var position = 0
        while position < bytes.count {
            if bytes.begins(with: "<<", at: position) {
                result += "«".utf8
                position += 2
            } else if bytes.begins(with: ">>", at: position) {
                result += "»".utf8
                position += 2
            } else if bytes[position] == .ascii(">"), isAlone(position, bytes) {
                result += "▸".utf8
                position += 1
            } else if bytes[position] == .ascii("<"), isAlone(position, bytes) {
                result += "◂".utf8
                position += 1
            } else {
                result.append(bytes[position])
                position += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
