/// What a reply may be at most, so that no server makes this one run out of memory.
struct RESPLimits: Sendable {
    /// Of one reply with all that is in it.
    var bytes = 16 << 20
    /// Of arrays in arrays.
    var depth = 8
    /// Of all arrays together: what takes three bytes on the wire takes dozens in memory.
    var elements = 1 << 16
    /// Of a line: a number, an error.
    var lineBytes = 1 << 16
}
