import Crypto
import Domain
import Foundation

/// A text that nobody can guess: 128 random bits in base64url (RFC 4648 §5). It is stored as its hash alone.
struct OpaqueToken: Sendable {
    private static let length = 16

    let text: String

    init(random: RandomSource) {
        text = random.bytes(Self.length).base64URL
    }

    var hash: String { Self.hash(text) }

    /// SHA-256, in hexadecimal: the form in which every token is stored, also one that says something.
    static func hash(_ text: String) -> String {
        SHA256.hash(data: Data(text.utf8)).hexadecimal
    }
}
