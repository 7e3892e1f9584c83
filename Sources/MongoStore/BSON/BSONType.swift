/// The byte before each field that tells its type.
enum BSONType: UInt8 {
    case double = 0x01
    case string = 0x02
    case document = 0x03
    case array = 0x04
    case binary = 0x05
    case undefined = 0x06
    case objectID = 0x07
    case bool = 0x08
    case date = 0x09
    case null = 0x0A
    case int32 = 0x10
    case timestamp = 0x11
    case int64 = 0x12
    case maxKey = 0x7F
    case minKey = 0xFF

    init(_ value: BSONValue) {
        self =
            switch value {
            case .double: .double
            case .string: .string
            case .document: .document
            case .array: .array
            case .binary: .binary
            case .objectID: .objectID
            case .bool: .bool
            case .date: .date
            case .null: .null
            case .int32: .int32
            case .timestamp: .timestamp
            case .int64: .int64
            case .maxKey: .maxKey
            case .minKey: .minKey
            case .undefined: .undefined
            }
    }
}
