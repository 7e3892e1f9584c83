import Foundation

/// Text in a header of a mail (RFC 2047). What is not printable ASCII is encoded, so that nothing ends the header.
enum EncodedWords {
    /// In bytes of UTF-8: what base64 makes of them fits into one encoded word of 75 characters.
    private static let longest = 45

    static func text(_ text: String) -> String {
        text.utf8.count <= 60 && isPlain(text) && !text.contains("=?") ? text : encoded(text)
    }

    /// The name before an address.
    static func phrase(_ text: String) -> String {
        isPlain(text) && text.utf8.count <= 60 ? "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\"" : encoded(text)
    }

    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
    }

    private static func encoded(_ text: String) -> String {
        var words: [String] = []
        var word = ""
        for scalar in text.unicodeScalars {
            // A scalar stays in one word (§5 of the RFC).
            if word.utf8.count + UTF8.width(scalar) > longest {
                words.append(word)
                word = ""
            }
            word.unicodeScalars.append(scalar)
        }
        words.append(word)
        return words.map { "=?utf-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }
}
