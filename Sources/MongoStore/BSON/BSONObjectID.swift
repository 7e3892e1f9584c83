/// The 12 bytes by which MongoDB names documents that were given no name of their own.
struct BSONObjectID: Sendable, Equatable {
    let bytes: [UInt8]

    /// - Returns: `nil` unless there are 12 bytes.
    init?(bytes: [UInt8]) {
        guard bytes.count == 12 else { return nil }
        self.bytes = bytes
    }
}
