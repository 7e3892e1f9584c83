extension Dictionary {
    /// Of several values with one key the first counts.
    public init(firstOf pairs: some Sequence<(Key, Value)>) {
        self.init(pairs, uniquingKeysWith: { first, _ in first })
    }
}
