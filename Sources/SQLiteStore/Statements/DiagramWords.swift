import Domain
import GRDB

/// The words of a diagram's name or source as a column keeps them: with a blank between them.
struct DiagramWords: Sendable {
    let text: String

    init(of text: String) {
        self.text = IndexedWords(text).words.joined(separator: " ")
    }

    /// The statements that bring the index of words up to date.
    /// - Parameters:
    ///   - earlier: ``text`` of before.
    ///   - place: Owner, number of the diagram, whether in its name.
    func changes(from earlier: String, at place: StatementArguments) -> [Statement] {
        let (before, after) = differingParts(from: earlier)
        return [
            Statement(
                "DELETE FROM diagram_words WHERE owner_id = ? AND number = ? AND in_name = ? AND word IN (SELECT value FROM json_each(?))",
                place + [Self.json(before.subtracting(after))]),
            Statement(
                "INSERT INTO diagram_words (owner_id, number, in_name, word) SELECT ?, ?, ?, value FROM json_each(?)",
                place + [Self.json(after.subtracting(before))]),
        ]
    }

    /// The words between those that both begin with and those that both end with: mostly few, and each is there once.
    private func differingParts(from earlier: String) -> (before: Set<String>, after: Set<String>) {
        let blank = UInt8(ascii: " ")
        let (old, new) = (Array(earlier.utf8) + [blank], Array(text.utf8) + [blank])
        let same = zip(old, new).prefix { $0 == $1 }.count
        let start = old[..<same].lastIndex(of: blank).map { $0 + 1 } ?? 0
        let sameEnd = zip(old[start...].reversed(), new[start...].reversed()).prefix { $0 == $1 }.count
        let length = old.suffix(sameEnd).firstIndex(of: blank).map { old.count - $0 - 1 } ?? 0
        return (Self.words(old[start..<old.count - length]), Self.words(new[start..<new.count - length]))
    }

    private static func words(_ text: ArraySlice<UInt8>) -> Set<String> {
        Set(text.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) })
    }

    /// Words have neither quotes nor backslashes.
    private static func json(_ words: Set<String>) -> String {
        words.isEmpty ? "[]" : #"[""# + words.sorted().joined(separator: #"",""#) + #""]"#
    }
}
