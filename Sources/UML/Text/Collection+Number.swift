extension Collection<UInt8> {
    /// A whole number of up to nine digits; nil for all else.
    var wholeNumber: Int? {
        guard (1...9).contains(count) else { return nil }
        var value = 0
        for digit in self {
            guard digit.isDigit else { return nil }
            value = value * 10 + Int(digit - 0x30)
        }
        return value
    }
}
