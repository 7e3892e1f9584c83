/// Lines that a side has put in where the other one has put in others, as far as it makes no difference which of both come first.
struct InsertedLines {
    /// The line on which begins what they stand in; -1 for none.
    private(set) var owner = -1
    /// What they declare.
    private var names = NameIndex()
    private var all: [[UInt8]] = []
    private(set) var isBlank = true

    /// - Parameter lines: In order.
    /// - Returns: nil if what they say depends on their place, or not all of a block is among them.
    init?(_ lines: [Int], _ text: NumberedLines, _ parts: PartLines) {
        var (index, hasOwner, isRemark) = (0, false, false)
        while index < lines.count {
            let line = lines[index]
            index += 1
            if text.isBlank(line) { continue }
            isBlank = false
            guard !hasOwner || parts.owners[line] == owner else { return nil }
            (owner, hasOwner) = (parts.owners[line], true)
            isRemark = text.isRemark(line)
            if isRemark {
                add(Array(text.words(line)))
                continue
            }
            let rest = parts.ends[line] - line
            guard index + rest <= lines.count, rest == 0 || lines[index + rest - 1] == parts.ends[line] else { return nil }
            guard !parts.parts(on: line).isEmpty, parts.parts(on: line).allSatisfy({ $0.declared != nil }) else { return nil }
            for inner in line...(line + rest) { for part in parts.parts(on: inner) { if let name = part.declared { add(name) } } }
            index += rest
        }
        // It is about what follows.
        if isRemark { return nil }
    }

    private mutating func add(_ name: [UInt8]) {
        names.insert(name, all.count)
        all.append(name)
    }

    /// Whether nothing is declared by both.
    func differs(from other: InsertedLines) -> Bool { !all.contains { other.names.find($0) != nil } }
}
