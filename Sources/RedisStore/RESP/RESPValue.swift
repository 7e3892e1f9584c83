/// A value of Redis' protocol (RESP2).
enum RESPValue: Sendable, Equatable {
    case simpleString(String)
    case simpleError(String)
    case integer(Int64)
    case bulkString([UInt8])
    case array([RESPValue])
    /// A null bulk string or a null array.
    case null
}
