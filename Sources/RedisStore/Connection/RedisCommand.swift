/// A command to Redis: its name and its arguments.
struct RedisCommand: Sendable, Equatable {
    let words: [[UInt8]]

    init(_ words: [String]) {
        self.words = words.map { Array($0.utf8) }
    }

    init(_ words: String...) {
        self.init(words)
    }

    /// As it is sent.
    var value: RESPValue { .array(words.map(RESPValue.bulkString)) }
}
