/// Gives out what elements are known by: the names that a text gives them, so that an id stays while others come and go.
///
/// An id has the form `base` or `base#2`. Bases are made of names, with `/` between the two ends of a connection; one with `:` at its
/// beginning stands for what has no name in the text.
struct IdentityTable {
    private var entries = NameIndex()
    /// How many elements had the base of each entry so far.
    private var counts: [Int] = []

    /// - Returns: The base, and from the second element on with its count among equals.
    mutating func add(_ base: String) -> String {
        let bytes = Array(base.utf8)
        if let entry = entries.find(bytes) {
            counts[entry] += 1
            return "\(base)#\(counts[entry])"
        }
        entries.insert(bytes, counts.count)
        counts.append(1)
        return base
    }

    /// A name as part of an id: what means something in ids, and what can't be seen, as in addresses of the web (RFC 3986, 2.1). Of a long
    /// name the beginning, its length and its hash.
    static func escaped(_ name: String) -> String {
        var bytes: [UInt8] = []
        for byte in name.bounded.utf8 {
            switch byte {
            case .ascii("%"), .ascii("/"), .ascii("#"), .ascii(":"), 0..<0x20:
                bytes.append(.ascii("%"))
                for nibble in [byte >> 4, byte & 0xF] { bytes.append(nibble < 10 ? 0x30 + nibble : 0x37 + nibble) }
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
