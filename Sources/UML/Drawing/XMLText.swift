/// Text as XML 1.0 content or attribute value (clauses 2.2 and 2.4). Noncharacters (Unicode 15, 23.7) are no part of a text, though XML
/// takes most of them; what makes PDFs refuses them.
///
/// Scalar by scalar: a sign that joins the next character would hide that from a search for characters.
public enum XMLText {
    /// Also for HTML.
    public static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        append(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    static func append(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        let isWritten = text.withUTF8 { utf8 in
            guard utf8.allSatisfy(isPlain) else { return false }
            bytes.append(contentsOf: utf8)
            return true
        }
        if !isWritten { appendScalars(text, to: &bytes) }
    }

    /// ASCII that stands for itself, as most texts are of nothing else.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case .ascii("<"), .ascii(">"), .ascii("&"), .ascii("\""), 0..<0x20, 0x7F...: false
        default: true
        }
    }

    private static func appendScalars(_ text: String, to bytes: inout [UInt8]) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": bytes.append(contentsOf: "&lt;".utf8)
            case ">": bytes.append(contentsOf: "&gt;".utf8)
            case "&": bytes.append(contentsOf: "&amp;".utf8)
            case "\"": bytes.append(contentsOf: "&quot;".utf8)
            case "\t", "\n", "\r", "\u{2028}", "\u{2029}": bytes.append(.space)
            case _ where scalar.value < 0x20 || scalar.value == 0x7F || isNoncharacter(scalar.value):
                bytes.append(contentsOf: "\u{FFFD}".utf8)
            default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
    }

    private static func isNoncharacter(_ scalar: UInt32) -> Bool { scalar & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar) }
}
