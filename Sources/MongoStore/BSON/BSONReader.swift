/// Reads documents from bytes that anybody may have written: whatever they are, the result is a document or an error.
struct BSONReader {
    /// Documents nested deeper are refused by the server, too.
    private static let depthLimit = 100

    private let bytes: [UInt8]
    private var offset = 0
    private var end: Int

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
        end = bytes.count
    }

    /// - Throws: ``BSONError`` unless `bytes` are one whole document of known types.
    static func document(_ bytes: [UInt8]) throws -> BSONDocument {
        var reader = BSONReader(bytes)
        let fields = try reader.fields(depth: 0)
        guard reader.offset == bytes.count else { throw BSONError.length(offset: reader.offset) }
        return BSONDocument(fields: fields)
    }

    private mutating func fields(depth: Int) throws -> [BSONDocument.Field] {
        guard depth < Self.depthLimit else { throw BSONError.depth }
        let (start, outerEnd) = (offset, end)
        let length = Int(try integer(Int32.self))
        guard length >= 5, length <= outerEnd - start else { throw BSONError.length(offset: start) }
        end = start + length
        var fields: [BSONDocument.Field] = []
        while true {
            let type = try byte()
            if type == 0 { break }
            fields.append(try field(type, depth: depth))
        }
        guard offset == end else { throw BSONError.length(offset: offset) }
        end = outerEnd
        return fields
    }

    private mutating func field(_ code: UInt8, depth: Int) throws -> BSONDocument.Field {
        guard let type = BSONType(rawValue: code) else { throw BSONError.type(code, offset: offset - 1) }
        let name = try name()
        return BSONDocument.Field(name: name, value: try value(type, depth: depth))
    }

    private mutating func value(_ type: BSONType, depth: Int) throws -> BSONValue {
        switch type {
        case .double: .double(Double(bitPattern: try integer(UInt64.self)))
        case .string: .string(try text())
        case .document: .document(BSONDocument(fields: try fields(depth: depth + 1)))
        case .array: .array(try fields(depth: depth + 1).map(\.value))
        case .binary: .binary(try binary())
        case .objectID: try objectID()
        case .bool: .bool(try truth())
        case .date: .date(try integer(Int64.self))
        case .null: .null
        case .int32: .int32(try integer(Int32.self))
        case .timestamp: .timestamp(try integer(UInt64.self))
        case .int64: .int64(try integer(Int64.self))
        case .maxKey: .maxKey
        case .minKey: .minKey
        }
    }

    private mutating func byte() throws -> UInt8 {
        guard offset < end else { throw BSONError.length(offset: offset) }
        defer { offset += 1 }
        return bytes[offset]
    }

    private mutating func take(_ count: Int) throws -> ArraySlice<UInt8> {
        guard count >= 0, count <= end - offset else { throw BSONError.length(offset: offset) }
        defer { offset += count }
        return bytes[offset..<offset + count]
    }

    private mutating func integer<Integer: FixedWidthInteger>(_ type: Integer.Type) throws -> Integer {
        let slice = try take(Integer.bitWidth / 8)
        return slice.withUnsafeBytes { Integer(littleEndian: $0.loadUnaligned(as: Integer.self)) }
    }

    private mutating func name() throws -> String {
        let start = offset
        guard let zero = bytes[start..<end].firstIndex(of: 0) else { throw BSONError.length(offset: start) }
        offset = zero + 1
        return try string(bytes[start..<zero], at: start)
    }

    private mutating func text() throws -> String {
        let start = offset
        let length = Int(try integer(Int32.self))
        let content = try take(length)
        guard content.last == 0 else { throw BSONError.text(offset: start) }
        return try string(content.dropLast(), at: start)
    }

    private func string(_ content: ArraySlice<UInt8>, at start: Int) throws -> String {
        guard let text = String(validating: content, as: UTF8.self) else { throw BSONError.text(offset: start) }
        return text
    }

    private mutating func binary() throws -> BSONBinary {
        let length = Int(try integer(Int32.self))
        let subtype = try byte()
        return BSONBinary(subtype: subtype, bytes: Array(try take(length)))
    }

    private mutating func objectID() throws -> BSONValue {
        guard let id = BSONObjectID(bytes: Array(try take(12))) else { throw BSONError.value(offset: offset) }
        return .objectID(id)
    }

    private mutating func truth() throws -> Bool {
        let value = try byte()
        guard value <= 1 else { throw BSONError.value(offset: offset - 1) }
        return value == 1
    }
}
