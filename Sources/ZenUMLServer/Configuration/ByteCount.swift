/// A number of bytes, as operators write it: `500MB`, `2GB`.
struct ByteCount: Sendable, Equatable, CustomStringConvertible {
    static let expected = "a size such as 500MB or 2GB (KB, MB or GB; at most 1000000GB), or off"

    let bytes: Int

    /// - Parameter text: A whole number from 1, and `KB`, `MB` or `GB`: powers of a thousand.
    init?(setting text: String) {
        guard let unit = Self.units.first(where: { text.hasSuffix($0.name) }), let count = Int(text.dropLast(2)), count > 0 else { return nil }
        let (bytes, overflow) = count.multipliedReportingOverflow(by: unit.bytes)
        guard !overflow, bytes <= 1_000_000_000_000_000 else { return nil }
        self.bytes = bytes
    }

    var description: String {
        let unit = Self.units.first { bytes % $0.bytes == 0 } ?? (1, "bytes")
        return "\(bytes / unit.bytes) \(unit.name)"
    }

    /// The largest first.
    private static let units: [(bytes: Int, name: String)] = [(1_000_000_000, "GB"), (1_000_000, "MB"), (1000, "KB")]
}
