import Foundation

/// The words that a person looks for, as both stores understand them: runs of letters, digits and underscores.
public struct SearchWords: Sendable, Equatable {
    /// More words than this would say nothing new.
    public static let limit = 8

    public let words: [String]

    public init(_ text: String) {
        words = text.split { !($0.isLetter || $0.isNumber || $0 == "_") }.prefix(Self.limit).map { $0.lowercased() }
    }

    public var isEmpty: Bool { words.isEmpty }

    /// The part of a source around the first of the words, on one line; its beginning where none of them stands in it.
    public func snippet(of source: String, length: Int = 120) -> String {
        let text = source.prefix(64 << 10)
        let found = words.compactMap { text.range(of: $0, options: [.caseInsensitive, .diacriticInsensitive]) }.min { $0.lowerBound < $1.lowerBound }
        let start = found.flatMap { text.index($0.lowerBound, offsetBy: -length / 3, limitedBy: text.startIndex) } ?? text.startIndex
        let part = text[start...].prefix(length)
        let line = part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return (start > text.startIndex ? "…" : "") + line + (part.endIndex < text.endIndex ? "…" : "")
    }
}
