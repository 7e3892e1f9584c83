/// Bytes and what they mean (0: anything).
struct BSONBinary: Sendable, Equatable {
    let subtype: UInt8
    let bytes: [UInt8]
}
