/// How much work one scrypt hash is (RFC 7914 §2).
struct ScryptCost: Sendable, Equatable {
    /// Base-2 logarithm of the number of rounds.
    let logarithm: Int
    let blockSize: Int
    let parallelism: Int

    var rounds: Int { 1 << logarithm }

    /// One of the equivalent choices of the OWASP Password Storage Cheat Sheet; this one needs 16 MiB for a hash.
    static let standard = ScryptCost(logarithm: 14, blockSize: 8, parallelism: 5)
}
