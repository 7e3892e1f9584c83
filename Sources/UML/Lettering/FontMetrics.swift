/// Widths of characters in Inter, and of what Inter lacks as the usual fonts of its script draw it. In units of ``unitsPerEm``.
enum FontMetrics {
    enum Weight: Sendable { case regular, semibold }

    static func advance(of scalar: UInt32, _ weight: Weight) -> Int {
        if scalar >= 0x20, scalar <= 0x7E { return Int(weight == .regular ? regular[Int(scalar) - 0x20] : semibold[Int(scalar) - 0x20]) }
        if isZeroWidth(scalar) { return 0 }
        if let known = width(inTable: scalar, weight), known > 0 { return known }
        return advanceOfOtherScripts(scalar)
    }

    private static func width(inTable scalar: UInt32, _ weight: Weight) -> Int? {
        var offset = 0
        for (first, last) in ranges {
            if scalar < first { return nil }
            if scalar <= last { return Int(weight == .regular ? regular[offset + Int(scalar - first)] : semibold[offset + Int(scalar - first)]) }
            offset += Int(last - first) + 1
        }
        return nil
    }

    /// Combining marks, joiners, variation selectors, and marks of direction.
    static func isZeroWidth(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x300...0x36F, 0x483...0x489, 0x591...0x5BD, 0x5BF, 0x5C1...0x5C2, 0x5C4...0x5C5, 0x5C7, 0x610...0x61A, 0x64B...0x65F, 0x670,
            0x6D6...0x6DC, 0x6DF...0x6E4, 0x6E7...0x6E8, 0x6EA...0x6ED, 0x900...0x902, 0x93A, 0x93C, 0x941...0x948, 0x94D, 0x951...0x957,
            0x962...0x963, 0x981, 0x9BC, 0x9C1...0x9C4, 0x9CD, 0xE31, 0xE34...0xE3A, 0xE47...0xE4E, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF,
            0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x20D0...0x20FF, 0x3099...0x309A, 0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xFEFF,
            0x1F3FB...0x1F3FF, 0xE0000...0xE01EF:
            true
        default: false
        }
    }

    private static func advanceOfOtherScripts(_ scalar: UInt32) -> Int {
        let share: Int =
            switch scalar {
            case 0x590...0x5FF: 570
            case 0x600...0x77F, 0x8A0...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFE: 520
            case 0x900...0xDFF: 640
            case 0xE00...0xEFF: 590
            case 0xAC00...0xD7AF, 0x1100...0x11FF, 0x3130...0x318F: 920
            case 0xFF61...0xFF9F: 500
            case 0x2E80...0xA4CF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFF: 1000
            case _ where Emoji.isEmoji(scalar) || (0x2300...0x2BFF).contains(scalar): 1245
            default: 620
            }
        return unitsPerEm * share / 1000
    }
}
