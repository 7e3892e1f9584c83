import Domain

/// How many requests Redis admits, of those that were wanted.
struct LimitGrant: Sendable, Equatable {
    let taken: Int
    /// How many may follow at once, of all servers together.
    let left: Int
    /// In seconds: when one will be admitted, if none is.
    let wait: Double

    init(taken: Int, left: Int, wait: Double = 0) {
        (self.taken, self.left, self.wait) = (taken, left, wait)
    }

    /// - Parameters:
    ///   - reply: That of ``LimitScript``.
    ///   - wanted: How many it was asked for.
    /// - Returns: `nil` for anything that can't be meant.
    init?(_ reply: RESPValue, wanted: Int, of limit: RateLimit) {
        guard case .array(let parts) = reply, parts.count == 3, case .integer(let taken) = parts[0], case .integer(let left) = parts[1],
            case .integer(let wait) = parts[2], (0...Int64(wanted)).contains(taken), (0...Int64(limit.count)).contains(left)
        else { return nil }
        self.init(taken: Int(taken), left: Int(left), wait: max(0, Double(wait) / 1_000_000))
    }
}
