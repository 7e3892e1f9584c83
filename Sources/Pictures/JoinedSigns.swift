/// Signs that a font might draw as one: of `->` Inter makes an arrow, of `!=` a crossed equals sign, of `3x4` a product. Who writes code
/// into a diagram wants to read it. librsvg knows no property that would tell the font so.
enum JoinedSigns {
    private static let nonJoiner: [UInt8] = [0xE2, 0x80, 0x8C]

    /// The SVG with an invisible character between such signs: U+200C, ZERO WIDTH NON-JOINER.
    /// - Parameter svg: UTF-8, as `SVGWriter` writes it: `<` and `>` in texts are entities.
    static func separated(in svg: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(svg.count + 256)
        var isInTag = false
        var before: UInt8 = 0
        var index = svg.startIndex
        while index < svg.endIndex {
            let byte = svg[index]
            let length = byte == UInt8(ascii: "&") ? (svg[index...].firstIndex(of: UInt8(ascii: ";")) ?? index) - index + 1 : 1
            // Of an entity the second character tells which it is.
            let sign = length == 1 ? byte : entitySign(svg[index + 1])
            if !isInTag, joins(before, sign) { result.append(contentsOf: nonJoiner) }
            if byte == UInt8(ascii: "<") { isInTag = true }
            before = isInTag ? 0 : sign
            if byte == UInt8(ascii: ">") { isInTag = false }
            result.append(contentsOf: svg[index..<index + length])
            index += length
        }
        return result
    }

    private static func entitySign(_ initial: UInt8) -> UInt8 {
        switch initial {
        case UInt8(ascii: "l"): UInt8(ascii: "<")
        case UInt8(ascii: "g"): UInt8(ascii: ">")
        default: 0
        }
    }

    private static func joins(_ before: UInt8, _ sign: UInt8) -> Bool {
        if sign == UInt8(ascii: "x") { return before >= UInt8(ascii: "0") && before <= UInt8(ascii: "9") }
        return isSign(before) && isSign(sign)
    }

    private static func isSign(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: "~"): true
        default: false
        }
    }
}
