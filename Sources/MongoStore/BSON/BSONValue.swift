/// A value of BSON (bsonspec.org, version 1.1): the types that records hold, and the timestamps that replies hold.
enum BSONValue: Sendable, Equatable {
    case double(Double)
    case string(String)
    case document(BSONDocument)
    case array([BSONValue])
    case binary(BSONBinary)
    case objectID(BSONObjectID)
    case bool(Bool)
    /// Milliseconds since 1970-01-01 UTC.
    case date(Int64)
    case null
    case int32(Int32)
    /// Of the server's own use: a place in the operation log.
    case timestamp(UInt64)
    case int64(Int64)
    /// Less and greater than every other value, and what a missing one counts as: the ends of an index, in what the server says of its plans.
    case minKey, maxKey, undefined
}

extension BSONValue: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    init(stringLiteral value: String) {
        self = .string(value)
    }
}

extension BSONValue: ExpressibleByIntegerLiteral {
    init(integerLiteral value: Int32) {
        self = .int32(value)
    }
}

extension BSONValue: ExpressibleByBooleanLiteral {
    init(booleanLiteral value: Bool) {
        self = .bool(value)
    }
}

extension BSONValue: ExpressibleByNilLiteral {
    init(nilLiteral: ()) {
        self = .null
    }
}

extension BSONValue: ExpressibleByArrayLiteral {
    init(arrayLiteral elements: BSONValue...) {
        self = .array(elements)
    }
}

extension BSONValue: ExpressibleByDictionaryLiteral {
    init(dictionaryLiteral elements: (String, BSONValue)...) {
        self = .document(BSONDocument(elements))
    }
}
