/// JSON (RFC 8259) in the making.
struct JSONText {
    private(set) var bytes: [UInt8] = []

    mutating func raw(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// `[…,…]`
    mutating func list<Item>(_ items: [Item], _ write: (inout JSONText, Item) -> Void) {
        raw("[")
        for (index, item) in items.enumerated() {
            if index > 0 { raw(",") }
            write(&self, item)
        }
        raw("]")
    }

    mutating func number(_ value: Int) { bytes.append(contentsOf: String(value).utf8) }

    /// One more member of an object.
    mutating func member(_ name: StaticString, _ value: Int) {
        member(name)
        number(value)
    }

    mutating func member(_ name: StaticString, _ value: String) {
        member(name)
        string(value)
    }

    private mutating func member(_ name: StaticString) {
        raw(",\"")
        raw(name)
        raw("\":")
    }

    mutating func string(_ text: String) {
        bytes.append(.ascii("\""))
        for byte in text.utf8 {
            switch byte {
            case .ascii("\""), .ascii("\\"):
                bytes.append(.ascii("\\"))
                bytes.append(byte)
            case 0..<0x20:
                raw("\\u00")
                for nibble in [byte >> 4, byte & 0xF] { bytes.append(nibble < 10 ? 0x30 + nibble : 0x57 + nibble) }
            default: bytes.append(byte)
            }
        }
        bytes.append(.ascii("\""))
    }
}
