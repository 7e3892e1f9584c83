extension Duration {
    static let expected = "a duration such as 30m or 7d (s, m, h or d; at least 1s, at most 365d)"

    /// - Parameter text: A whole number and a unit: `45s`, `30m`, `12h`, `7d`.
    init?(setting text: String) {
        let factors: [Character: Int64] = ["s": 1, "m": 60, "h": 3600, "d": 86400]
        guard let unit = text.last, let factor = factors[unit], let count = Int64(text.dropLast()) else { return nil }
        let (seconds, overflow) = count.multipliedReportingOverflow(by: factor)
        guard !overflow, (1...365 * 86400).contains(seconds) else { return nil }
        self = .seconds(seconds)
    }

    /// Whole seconds, rounded down.
    var wholeSeconds: Int { Int(components.seconds) }

    /// Seconds with their fraction.
    var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) * 1e-18
    }
}
