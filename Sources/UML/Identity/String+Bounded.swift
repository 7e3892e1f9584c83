extension String {
    /// For tables in which a long name, which many elements can share, may stand many times: its beginning, its length and its hash.
    var bounded: String {
        guard utf8.count > 200 else { return self }
        return "\(shortened) \(utf8.count) \(FowlerNollVoHash.of(Array(utf8)))"
    }
}
