extension UInt8 {
    static var tab: UInt8 { 0x09 }
    static var lineFeed: UInt8 { 0x0A }
    static var carriageReturn: UInt8 { 0x0D }
    static var space: UInt8 { 0x20 }

    static func ascii(_ scalar: Unicode.Scalar) -> UInt8 { UInt8(truncatingIfNeeded: scalar.value) }

    /// A capital of ASCII as a small letter.
    var lowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
    var isSpaceOrTab: Bool { self == .space || self == .tab }
    var isLineBreak: Bool { self == .lineFeed || self == .carriageReturn }
    var isWhiteSpace: Bool { isSpaceOrTab || isLineBreak }
    var isDigit: Bool { self >= 0x30 && self <= 0x39 }
    var isHexadecimalDigit: Bool { isDigit || (self | 0x20 >= 0x61 && self | 0x20 <= 0x66) }

    /// Letters, `_`, `$`, and every byte of a scalar beyond ASCII.
    var startsName: Bool { (self | 0x20 >= 0x61 && self | 0x20 <= 0x7A) || self == 0x5F || self == 0x24 || self >= 0x80 }
    var continuesName: Bool { startsName || isDigit }
}

extension ArraySlice<UInt8> {
    /// Whether these bytes are a word of ASCII. Unlike a comparison of strings it needs no tables of Unicode, which weigh much in a browser.
    func spells(_ word: StaticString) -> Bool {
        guard count == word.utf8CodeUnitCount else { return false }
        for offset in 0..<count where self[startIndex + offset] != word.utf8Start[offset] { return false }
        return true
    }
}
