/// Makes texts out of texts, the same ones for the same seed.
struct Mutator {
    private var random: SplitMix64
    private let corpus: [[UInt8]]
    private static let words = [
        "{", "}", "(", ")", "[", "]", "<<", ">>", "\"", "->", "-->", "=>", ":", ";", ".", ",", "=", "==", "\n", "\r\n", "\t", " ", "//", "/*", "*/",
        "# ",
        "if", "else", "while", "par", "opt", "try", "catch", "finally", "return", "new", "ref", "section", "break", "strict", "ignore", "group",
        "title",
        "participant", "@Actor", "@Starter(A)", "@return", "as", "const", "A", "B", "用户", "🚀", "👩‍💻", "\u{0301}", "\u{200D}", "\u{0}", "\u{FFFF}",
        "(1, *)", "#fff", "99999999999",
    ].map { Array($0.utf8) }

    init(seed: UInt64, corpus: [[UInt8]]) {
        random = SplitMix64(state: seed)
        self.corpus = corpus
    }

    mutating func next() -> [UInt8] {
        var text = pick(corpus)
        for _ in 0..<Int.random(in: 1...6, using: &random) { mutate(&text) }
        return Array(text.prefix(2_000))
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element { elements[Int.random(in: 0..<elements.count, using: &random)] }

    private mutating func place(_ text: [UInt8]) -> Int { Int.random(in: 0...text.count, using: &random) }

    private mutating func mutate(_ text: inout [UInt8]) {
        let (first, second) = (place(text), place(text))
        let range = min(first, second)..<max(first, second)
        switch Int.random(in: 0..<8, using: &random) {
        case 0: text.removeSubrange(range)
        case 1: text.insert(contentsOf: text[range], at: place(text))
        case 2: text.insert(contentsOf: pick(corpus), at: first)
        case 3: if !text.isEmpty { text[min(first, text.count - 1)] = UInt8.random(in: 0...255, using: &random) }
        case 4: text.removeSubrange(first...)
        case 5: text = Array(text[range]) + text
        default: text.insert(contentsOf: pick(Self.words), at: first)
        }
    }
}
