/// Why something is no BSON, or not the BSON that was expected.
enum BSONError: Error, Equatable {
    /// The bytes end before the document does, or after it.
    case length(offset: Int)
    case type(UInt8, offset: Int)
    case text(offset: Int)
    case value(offset: Int)
    /// Documents are nested deeper than the server allows.
    case depth
    /// Names can't hold U+0000.
    case name(String)
    /// The field of that name is missing or of another type.
    case field(String)
}
