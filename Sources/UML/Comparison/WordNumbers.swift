/// Numbers for texts: the same for the same bytes, in both pictures of a comparison.
struct WordNumbers {
    private var index = NameIndex()
    private var count = 0

    mutating func number(of words: [UInt8]) -> Int {
        if let number = index.find(words) { return number }
        index.insert(words, count)
        count += 1
        return count - 1
    }

    mutating func number(of text: String) -> Int { number(of: Array(text.utf8)) }
}
