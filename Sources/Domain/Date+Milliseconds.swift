public import Foundation

extension Date {
    /// Milliseconds since 1970-01-01 UTC, the precision in which every store keeps times.
    public var milliseconds: Int64 {
        Int64((timeIntervalSince1970 * 1000).rounded())
    }

    public init(milliseconds: Int64) {
        self.init(timeIntervalSince1970: Double(milliseconds) / 1000)
    }
}
