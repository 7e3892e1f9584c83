/// Writes diagrams that have no errors, in many formats, the same ones for the same seed.
struct SourceGenerator {
    var random: SplitMix64
    private static let names = ["A", "B", "C", "D", "\"The E\"", "用户"]
    private var counter = 0

    init(seed: UInt64) { random = SplitMix64(state: seed) }

    mutating func next() -> String {
        counter = 0
        var text = chance(3) ? "title Something\n" : ""
        if chance(2) { text += "@Actor A\nB #fff\n" }
        text += chance(2) ? "@Starter(A)\n" : "A -> B: begin\n"
        return text + block(depth: 0, indent: "")
    }

    mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[Int.random(in: 0..<elements.count, using: &random)] }

    private mutating func word() -> String {
        counter += 1
        return "m\(counter)"
    }

    private mutating func block(depth: Int, indent: String) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            if chance(5) { text += "\(indent)// about \(word())\n" }
            if chance(8) { text += "\n" }
            text += indent + statement(depth: depth, indent: indent) + (chance(6) ? " // why" : "") + "\n"
        }
        return text
    }

    private mutating func braces(_ depth: Int, _ indent: String) -> String {
        if chance(5) { return "{ \(pick(Self.names)).\(word())() }" }
        return "{\n" + block(depth: depth + 1, indent: indent + "  ") + indent + "}"
    }

    private mutating func statement(depth: Int, indent: String) -> String {
        let (from, to) = (pick(Self.names), pick(Self.names))
        let isDeep = depth >= 3
        switch Int.random(in: 0..<(isDeep ? 7 : 14), using: &random) {
        case 0, 1: return "\(to).\(word())(x, \"y\")" + (chance(4) ? ";" : "")
        case 2: return "\(from) -> \(to).\(word())()"
        case 3: return "r = \(to).\(word())()"
        // A comment after it would be a part of it.
        case 4: return "\(from) -> \(to): says \(word())\n\(indent)\(to).\(word())()"
        case 5: return "\(word())()"
        case 6: return "ref(\(word()), \(to))"
        case 7, 8: return "\(to).\(word())() \(braces(depth, indent))"
        case 9: return "if (\(word())) \(braces(depth, indent)) else \(braces(depth, indent))"
        case 10: return "loop(\(word())) \(braces(depth, indent))"
        case 11: return "par \(braces(depth, indent))"
        case 12: return "try \(braces(depth, indent)) catch (e) \(braces(depth, indent))"
        default: return "section(\(word())) \(braces(depth, indent))"
        }
    }
}
