/// The fields of a command that came from a client. A zero byte parts them.
struct CommandFields {
    private let fields: [String]

    init(_ bytes: [UInt8]) {
        var fields: [String] = []
        var start = 0
        for offset in 0...bytes.count where offset == bytes.count || bytes[offset] == 0 {
            fields.append(String(decoding: bytes[start..<offset], as: UTF8.self))
            start = offset + 1
        }
        self.fields = fields
    }

    /// Which command it is.
    ///
    /// - Throws: ``EditError/badCommand`` for what is no command, or has other fields.
    func name<Name: CommandName>(_: Name.Type) throws(EditError) -> Name {
        let name = try choice(0, Name.self)
        guard fields.count == 1 + name.fields.wordCount else { throw .badCommand }
        return name
    }

    var count: Int { fields.count }

    subscript(number: Int) -> String { fields[number] }

    /// A whole number of up to nine digits, perhaps with a minus before it; nil for all else.
    func signed(_ number: Int) -> Int? { Self.signed(fields[number].utf8[...]) }

    /// Whole numbers with blanks between them; none if one of them is none.
    func numbers(_ number: Int) -> [Int] {
        var numbers: [Int] = []
        for word in fields[number].utf8.split(separator: .ascii(" ")) {
            guard let value = Self.signed(word) else { return [] }
            numbers.append(value)
        }
        return numbers
    }

    private static func signed(_ text: Substring.UTF8View) -> Int? {
        var value = 0
        let isNegative = text.first == .ascii("-")
        let digits = text.dropFirst(isNegative ? 1 : 0)
        guard !digits.isEmpty, digits.count < 10 else { return nil }
        for digit in digits {
            guard digit.isDigit else { return nil }
            value = value * 10 + Int(digit - 0x30)
        }
        return isNegative ? -value : value
    }

    func number(_ number: Int) throws(EditError) -> Int {
        guard let value = signed(number), value >= 0 else { throw .badCommand }
        return value
    }

    /// One of some names.
    func choice<Choice: CaseIterable & RawRepresentable<String>>(_ number: Int, _: Choice.Type) throws(EditError) -> Choice {
        for choice in Choice.allCases where isSpelled(number, choice.rawValue) { return choice }
        throw .badCommand
    }

    @inline(never)
    private func isSpelled(_ number: Int, _ name: String) -> Bool { name.isSpelled(like: fields[number]) }
}
