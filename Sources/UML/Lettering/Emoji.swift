/// What counts as an emoji.
enum Emoji {
    static func isEmoji(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x1F000...0x1FAFF, 0x2600...0x27BF, 0x2B05...0x2B07, 0x2B1B...0x2B1C, 0x2B50, 0x2B55, 0x231A...0x231B, 0x23E9...0x23FA, 0x25B6, 0x25C0:
            true
        default: false
        }
    }

    /// Joiners, variation selectors, tags and the cap of key emoji: they take no room of their own.
    static func joinsEmoji(_ scalar: UInt32) -> Bool {
        scalar == 0x200D || scalar == 0xFE0F || scalar == 0xFE0E || scalar == 0x20E3 || (0xE0020...0xE007F).contains(scalar)
    }

    static func isOnlyEmoji(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first, first >= 0xE2 else { return false }
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars where !isEmoji(scalar.value) && !joinsEmoji(scalar.value) { return false }
        return true
    }
}
