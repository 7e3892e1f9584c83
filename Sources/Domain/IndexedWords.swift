/// The words by which a text is found: runs of letters, digits and underscores, in lower case, without diacritics, each once.
public struct IndexedWords: Sendable, Equatable {
    /// Of different words in a text. A text that is read by people has fewer, and each has to be written to the index.
    public static let limit = 10_000
    /// Of scalars in a word; longer ones are found by their beginning.
    public static let longestWord = 64

    /// In the order in which they first appear.
    public let words: [String]

    public init(_ text: String) {
        var words: [String] = []
        var met = MetWords()
        Self.forEachRun(of: text) { run in
            // Most words of a text are there again and again: they are known by their hash, before a String is made of them.
            if run.isASCII, !met.insert(run.hash) { return true }
            for word in run.words where run.isASCII || met.insert(WordRun.hash(word.utf8)) { words.append(word) }
            return words.count < Self.limit
        }
        self.words = Array(words.prefix(Self.limit))
    }

    /// - Parameter body: Gets the runs in their order, and says whether to go on.
    static func forEachRun(of text: String, _ body: (WordRun) -> Bool) {
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            var isASCII = true
            for index in 0...bytes.count {
                let byte = index < bytes.count ? bytes[index] : UInt8(ascii: " ")
                if byte >= 0x80 {
                    isASCII = false
                } else if !WordRun.isPartOfWord(byte) {
                    if index > start, !body(WordRun(bytes: UnsafeBufferPointer(rebasing: bytes[start..<index]), start: start, isASCII: isASCII)) {
                        return
                    }
                    start = index + 1
                    isASCII = true
                }
            }
        }
    }
}
