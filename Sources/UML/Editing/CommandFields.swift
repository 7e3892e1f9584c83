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

    subscript(number: Int) -> String { fields[number] }

    /// What stands between line feeds.
    func list(_ number: Int) -> [String] {
        Array(fields[number].utf8).split(separator: .lineFeed).map { String(decoding: $0, as: UTF8.self) }
    }

    func number(_ number: Int) throws(EditError) -> Int {
        guard let value = fields[number].utf8.wholeNumber else { throw .badCommand }
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
