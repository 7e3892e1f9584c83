/// Unguessable bytes, given to whatever needs them, so that tests can repeat a run.
public struct RandomSource: Sendable {
    private let read: @Sendable (_ count: Int) -> [UInt8]

    public init(_ read: @escaping @Sendable (_ count: Int) -> [UInt8]) {
        self.read = read
    }

    public func bytes(_ count: Int) -> [UInt8] {
        read(count)
    }

    /// A version 4 UUID in lower case (RFC 9562 §5.4).
    public func uuid() -> String {
        var bytes = read(16)
        bytes[6] = (bytes[6] & 0x0F) | 0x40
        bytes[8] = (bytes[8] & 0x3F) | 0x80
        return [bytes[0..<4], bytes[4..<6], bytes[6..<8], bytes[8..<10], bytes[10..<16]]
            .map(\.hexadecimal)
            .joined(separator: "-")
    }

    /// The operating system's cryptographically secure generator.
    public static let system = RandomSource { count in
        var generator = SystemRandomNumberGenerator()
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 7)
        // Each number is a call of the system, whatever its size.
        while bytes.count < count { withUnsafeBytes(of: generator.next()) { bytes.append(contentsOf: $0) } }
        return Array(bytes.prefix(count))
    }
}
