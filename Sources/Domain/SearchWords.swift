import Foundation

/// The words that a person looks for, in the form of ``IndexedWords``; the last may still be being typed, and is the beginning of one.
public struct SearchWords: Sendable, Equatable {
    /// More words than this would say nothing new.
    public static let limit = 8

    public let words: [String]

    public init(_ text: String) {
        var words: [String] = []
        IndexedWords.forEachRun(of: text) { run in
            words += run.words
            return words.count < Self.limit
        }
        self.words = Array(words.prefix(Self.limit))
    }

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
