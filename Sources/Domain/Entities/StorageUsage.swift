/// How much diagrams take up, with those in the trash; their history doesn't count.
public struct StorageUsage: Sendable, Equatable {
    /// The number of diagrams.
    public var count: Int
    /// Bytes of UTF-8 of their sources and layouts.
    public var bytes: Int

    public init(count: Int, bytes: Int) {
        self.count = count
        self.bytes = bytes
    }
}
