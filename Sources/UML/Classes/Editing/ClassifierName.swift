/// A name as the notation writes it: in quotes, unless it is but letters and digits.
struct ClassifierName {
    let written: String
    /// Without quotes.
    let name: String

    /// - Throws: ``EditError/badName`` for one that is blank, or has a quote or a line break in it.
    init(_ name: String) throws(EditError) {
        var isWord = true
        let bytes = Array(name.utf8)
        for byte in bytes {
            if byte == .ascii("\"") || byte.isLineBreak { throw .badName }
            isWord = isWord && byte.continuesName
        }
        guard bytes.contains(where: { !$0.isWhiteSpace }) else { throw .badName }
        let isKeyword = Vocabulary.classes.keywords.contains { LabelNotation.lowercased(name).isSpelled(like: $0) }
        self.name = name
        written = isWord && !isKeyword ? name : "\"\(name)\""
    }
}

extension Classifier {
    /// The line that declares it, without what is in it.
    func written() throws(EditError) -> String { "\(kind.rawValue) \(try ClassifierName(name).written)" }
}
