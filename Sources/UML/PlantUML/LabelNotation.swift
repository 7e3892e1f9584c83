/// The words of a relation's label, in which `<<x>>` stands for guillemets and `>` or `<` at an end for the direction in which to read.
enum LabelNotation {
    static func lowercased(_ text: String) -> String {
        String(decoding: text.utf8.map { $0.lowercased }, as: UTF8.self)
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
            } else if bytes[position] == .ascii(">"), position == 0 || position == bytes.count - 1 {
                result += "▸".utf8
                position += 1
            } else if bytes[position] == .ascii("<"), position == 0 || position == bytes.count - 1 {
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
