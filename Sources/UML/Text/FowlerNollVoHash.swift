/// FNV-1a of 32 bits, by Fowler, Noll and Vo: quick and without randomness, and no protection against who plans collisions.
enum FowlerNollVoHash {
    static func of(_ bytes: [UInt8]) -> UInt32 {
        var hash: UInt32 = 2_166_136_261
        for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return hash
    }
}
