import Subprocess

/// Which characters the installed fonts have, as fontconfig tells, whose programs come with librsvg.
public struct FontCoverage: Sendable {
    /// In order, without those that touch.
    private let ranges: [ClosedRange<UInt32>]

    /// - Returns: `nil` where fontconfig can't be asked.
    public static func installed() async -> FontCoverage? {
        let result = try? await Subprocess.run(
            .name("fc-match"), arguments: ["-s", "-f", "%{charset}\n", "Inter"], output: .bytes(limit: 4 << 20), error: .discarded)
        guard let result, result.terminationStatus.isSuccess else { return nil }
        return FontCoverage(charsets: String(decoding: result.standardOutput, as: UTF8.self))
    }

    /// - Parameter charsets: Hexadecimal numbers and ranges of them, as `20-7e a0`.
    init(charsets: String) {
        var found: [ClosedRange<UInt32>] = []
        for word in charsets.split(whereSeparator: \.isWhitespace) {
            let ends = word.split(separator: "-").compactMap { UInt32($0, radix: 16) }
            if let first = ends.first, let last = ends.last, first <= last { found.append(first...last) }
        }
        found.sort { $0.lowerBound < $1.lowerBound }
        ranges = found.reduce(into: []) { merged, range in
            if let last = merged.last, range.lowerBound <= last.upperBound &+ 1 {
                merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
    }

    /// The characters that no font has, each once, in the order in which they appear.
    public func missing(in texts: some Sequence<String>) -> [Character] {
        var missing: [Character] = []
        var met: Set<Unicode.Scalar> = []
        for text in texts {
            for scalar in text.unicodeScalars where scalar.value > 0x7F && !scalar.properties.isDefaultIgnorableCodePoint {
                if met.insert(scalar).inserted, !contains(scalar.value) { missing.append(Character(scalar)) }
            }
        }
        return missing
    }

    private func contains(_ scalar: UInt32) -> Bool {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < scalar { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].contains(scalar)
    }
}
