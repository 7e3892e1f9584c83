import Foundation

extension Sequence<UInt8> {
    /// Base 64 for URLs without padding (RFC 4648 §5).
    var base64URL: String {
        Data(self).base64EncodedString(options: [.base64URLAlphabet, .omitPaddingCharacter])
    }
}

extension Data {
    /// - Parameter text: Base 64 for URLs without padding (RFC 4648 §5).
    init?(base64URL text: some StringProtocol) {
        let standard = String(text).replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - standard.count % 4) % 4)
        self.init(base64Encoded: standard + padding)
    }
}
