import Foundation

/// A time as the API writes it: `2026-11-22T21:08:14.250Z` (ISO 8601, UTC, milliseconds). Years from 0000 to 9999.
struct Timestamp {
    /// From 1970 to 9999.
    private static let years = Date(timeIntervalSince1970: 0)..<Date(timeIntervalSince1970: 253_402_300_800)

    private let milliseconds: Int64

    init(_ date: Date) {
        milliseconds = Int64((date.timeIntervalSince1970 * 1000).rounded())
    }

    /// - Returns: `nil` when the text is not, to the letter, as the API writes a time since 1970.
    static func date(_ text: String) -> Date? {
        guard let date = try? Date.ISO8601FormatStyle(includingFractionalSeconds: true).parse(text), years.contains(date) else { return nil }
        var written: [UInt8] = []
        Timestamp(date).append(to: &written)
        return written.elementsEqual(text.utf8) ? date : nil
    }

    func append(to bytes: inout [UInt8]) {
        let (days, time) = milliseconds.flooredQuotientAndRemainder(dividingBy: 86_400_000)
        let (year, month, day) = Self.civilDate(daysSinceEpoch: days)
        let (hour, minute, second) = (time / 3_600_000, time / 60_000 % 60, time / 1000 % 60)
        let fraction = time % 1000
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { text in
            Self.twoDigits(year / 100, text, 0)
            Self.twoDigits(year % 100, text, 2)
            text[4] = UInt8(ascii: "-")
            Self.twoDigits(month, text, 5)
            text[7] = UInt8(ascii: "-")
            Self.twoDigits(day, text, 8)
            text[10] = UInt8(ascii: "T")
            Self.twoDigits(hour, text, 11)
            text[13] = UInt8(ascii: ":")
            Self.twoDigits(minute, text, 14)
            text[16] = UInt8(ascii: ":")
            Self.twoDigits(second, text, 17)
            text[19] = UInt8(ascii: ".")
            Self.twoDigits(fraction / 10, text, 20)
            text[22] = UInt8(ascii: "0") + UInt8(fraction % 10)
            text[23] = UInt8(ascii: "Z")
            bytes.append(contentsOf: text)
        }
    }

    private static func twoDigits(_ number: Int64, _ text: UnsafeMutableBufferPointer<UInt8>, _ index: Int) {
        text[index] = UInt8(ascii: "0") + UInt8(number / 10)
        text[index + 1] = UInt8(ascii: "0") + UInt8(number % 10)
    }

    /// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`.
    private static func civilDate(daysSinceEpoch: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let (era, dayOfEra) = (daysSinceEpoch + 719_468).flooredQuotientAndRemainder(dividingBy: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }
}

extension Int64 {
    /// Division that rounds towards minus infinity, so that times before 1970 work too.
    fileprivate func flooredQuotientAndRemainder(dividingBy divisor: Int64) -> (Int64, Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
