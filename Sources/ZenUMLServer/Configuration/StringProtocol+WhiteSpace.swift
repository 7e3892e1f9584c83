extension StringProtocol {
    /// Without the characters of the Unicode property White_Space at either end.
    func trimmingWhiteSpace() -> SubSequence {
        guard let start = unicodeScalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let end = unicodeScalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return self[endIndex...] }
        return self[start..<unicodeScalars.index(after: end)]
    }
}
