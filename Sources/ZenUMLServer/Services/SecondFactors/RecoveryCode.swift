import Domain

/// A code for when the device is lost: 120 random bits, so that its hash can be stored like that of a token (ASVS 6.5.2).
struct RecoveryCode: Sendable {
    static let count = 10
    private static let length = 15

    /// In groups of four letters and digits.
    let text: String

    init(random: RandomSource) {
        let letters = Array(Base32.text(random.bytes(Self.length)).lowercased())
        let groups = stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<min($0 + 4, letters.count)]) }
        text = groups.joined(separator: "-")
    }

    var hash: String { Self.hash(text) }

    /// Of what somebody has typed, with or without the hyphens.
    static func hash(_ typed: String) -> String {
        OpaqueToken.hash(typed.lowercased().filter { !$0.isWhitespace && $0 != "-" })
    }
}
