import Foundation

/// Part of a text between ASCII characters that belong to no word. If it is ASCII, it is one word.
struct WordRun {
    let bytes: UnsafeBufferPointer<UInt8>
    /// Its place in the text, in bytes.
    let start: Int
    let isASCII: Bool

    /// In lower case, without diacritics, cut to the longest that are kept.
    var words: [String] {
        isASCII ? [lowercased] : Self.words(ofUnicode: String(decoding: bytes, as: UTF8.self))
    }

    /// Of the word as it is kept.
    var hash: UInt64 { Self.hash(bytes.prefix(IndexedWords.longestWord)) }

    /// FNV-1a (Fowler, Noll and Vo) of the text in lower case. Who makes two words meet loses one of their own.
    static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64(lowercased($1))) &* 0x100_0000_01b3 }
    }

    static func isPartOfWord(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "_")
    }

    private var lowercased: String {
        let length = min(bytes.count, IndexedWords.longestWord)
        return String(unsafeUninitializedCapacity: length) { buffer in
            for index in 0..<length { buffer[index] = Self.lowercased(bytes[index]) }
            return length
        }
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
    }

    private static func words(ofUnicode text: String) -> [String] {
        text.folding(options: .diacriticInsensitive, locale: nil).lowercased().unicodeScalars
            .split { !isPartOfWord($0) }
            .map { String(String.UnicodeScalarView($0.prefix(IndexedWords.longestWord))) }
    }

    private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber, .otherNumber,
            .nonspacingMark, .spacingMark, .enclosingMark:
            true
        default: scalar == "_"
        }
    }
}
