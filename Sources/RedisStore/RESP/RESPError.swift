/// Why bytes are no reply. Nothing can be read behind them: where the next reply begins is not known.
enum RESPError: Error, Equatable {
    /// The first byte is that of no type.
    case type(UInt8)
    /// A line has no end where it must have one.
    case line
    case integer
    /// More bytes than a reply may have.
    case size
    /// More arrays in arrays than a reply may have.
    case depth
    /// More elements than a reply may have.
    case elements
}
