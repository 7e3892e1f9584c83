/// How many there may be (UML 2.5.1, 7.5.3.2), as it is found in the text at the end of a relation: `1`, `0..*`, `items 2..5`.
struct Multiplicity {
    var lower: Int
    /// Nil without a bound.
    var upper: Int?

    /// Of an end that may have none: nothing is said of an end without one.
    static func allowsNone(_ end: Relationship.End) -> Bool { end.text.flatMap { Multiplicity(in: $0) }.map { $0.lower == 0 } ?? false }

    /// The first word that is one; nil without.
    init?(in text: String) {
        for word in Array(text.utf8).split(whereSeparator: { $0.isWhiteSpace }) {
            guard let found = Self.read(word) else { continue }
            self = found
            return
        }
        return nil
    }

    private init(_ lower: Int, _ upper: Int?) { (self.lower, self.upper) = (lower, upper) }

    private static func read(_ word: ArraySlice<UInt8>) -> Multiplicity? {
        var rest = word
        guard let first = bound(&rest) else { return nil }
        if rest.isEmpty { return Multiplicity(first ?? 0, first) }
        guard rest.popFirst() == .ascii("."), rest.popFirst() == .ascii("."), let second = bound(&rest), rest.isEmpty, let first else { return nil }
        return Multiplicity(first, second)
    }

    /// A number, or nil for `*`.
    private static func bound(_ rest: inout ArraySlice<UInt8>) -> Int?? {
        if rest.first == .ascii("*") {
            rest.removeFirst()
            return .some(nil)
        }
        var number = 0
        var digits = 0
        while let digit = rest.first, digit.isDigit, digits < 9 {
            number = number * 10 + Int(digit - .ascii("0"))
            digits += 1
            rest.removeFirst()
        }
        return digits > 0 ? number : nil
    }
}
