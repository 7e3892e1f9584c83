import Foundation

extension Date {
    /// Milliseconds since 1970-01-01 UTC, the form in which times are stored.
    var milliseconds: Int64 {
        Int64((timeIntervalSince1970 * 1000).rounded())
    }

    init(milliseconds: Int64) {
        self.init(timeIntervalSince1970: Double(milliseconds) / 1000)
    }
}
