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
    /// - Parameter length: In scalars.
    public func snippet(of source: String, length: Int = 120) -> String {
        let text = String(decoding: source.utf8.prefix(64 << 10), as: UTF8.self)
        var found = 0
        IndexedWords.forEachRun(of: text) { run in
            guard run.words.contains(where: { word in words.contains { word.utf8.starts(with: $0.utf8) } }) else { return true }
            found = run.start
            return false
        }
        let scalars = text.unicodeScalars
        let place = text.utf8.index(text.startIndex, offsetBy: found).samePosition(in: scalars) ?? scalars.startIndex
        let start = scalars.index(place, offsetBy: -length / 3, limitedBy: scalars.startIndex) ?? scalars.startIndex
        let part = scalars[start...].prefix(length)
        let line = part.split { $0.properties.isWhitespace }.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
        return (start > scalars.startIndex ? "…" : "") + line + (part.endIndex < scalars.endIndex ? "…" : "")
    }
}
