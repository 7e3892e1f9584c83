extension String {
    /// Whether the text has the character U+0000. On the bytes themselves, which are many in a source.
    var hasNull: Bool {
        var text = self
        return text.withUTF8 { $0.contains(0) }
    }
}
