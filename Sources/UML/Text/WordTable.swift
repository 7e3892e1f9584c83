/// Words and what they stand for, in turn, with white space between them.
struct WordTable {
    private let text: StaticString
    /// Where in the text stands what each word stands for.
    private let places: NameIndex

    init(_ text: StaticString) {
        self.text = text
        var places = NameIndex()
        var position = 0
        while position < text.utf8CodeUnitCount {
            let word = Array(Self.word(text, &position))
            places.insert(word, position)
            _ = Self.word(text, &position)
        }
        self.places = places
    }

    func meaning(of word: [UInt8]) -> [UInt8]? {
        guard var position = places.find(word) else { return nil }
        return Array(Self.word(text, &position))
    }

    /// The word at a position, which then is that of the next one.
    private static func word(_ text: StaticString, _ position: inout Int) -> UnsafeBufferPointer<UInt8> {
        let end = text.utf8CodeUnitCount
        let start = position
        while position < end, !text.utf8Start[position].isWhiteSpace { position += 1 }
        let word = UnsafeBufferPointer(start: text.utf8Start + start, count: position - start)
        while position < end, text.utf8Start[position].isWhiteSpace { position += 1 }
        return word
    }
}
