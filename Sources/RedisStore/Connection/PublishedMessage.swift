/// What somebody has published on a channel that is subscribed to.
struct PublishedMessage: Sendable, Equatable {
    let channel: String
    let text: String

    /// - Returns: `nil` for what answers a command: in RESP2 the first word alone tells one from the other.
    init?(_ value: RESPValue) {
        guard case .array(let elements) = value, elements.count == 3, elements[0] == .bulkString(Array("message".utf8)),
            case .bulkString(let channel) = elements[1], case .bulkString(let text) = elements[2]
        else { return nil }
        (self.channel, self.text) = (String(decoding: channel, as: UTF8.self), String(decoding: text, as: UTF8.self))
    }
}
