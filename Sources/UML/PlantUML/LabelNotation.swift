/// The words of a relation's label, in which `<<x>>` stands for guillemets and `>` or `<` at an end for the direction in which to read.
enum LabelNotation {
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
