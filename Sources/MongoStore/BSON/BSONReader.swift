/// Reads documents from bytes that anybody may have written: whatever they are, the result is a document or an error.
struct BSONReader {
    /// Documents nested deeper are refused by the server, too.
    private static let depthLimit = 100
    /// Of a row: in the reply are the cursor, its batch, and in that the rows.
    private static let rowDepth = 3

    /// A slice of an array would be counted as a reference, one for each value.
    private let bytes: UnsafeRawBufferPointer
    private var offset = 0
    private var end: Int
    /// The one of a row that is read.
    private var field: (name: UnsafeRawBufferPointer, type: BSONType)?

    private init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        end = bytes.count
    }

    /// - Throws: ``BSONError`` unless `bytes` are one whole document of known types.
    static func document(_ bytes: [UInt8]) throws -> BSONDocument {
        try bytes.withUnsafeBytes { bytes in
            var reader = BSONReader(bytes)
            let document = try reader.document(depth: 0)
            guard reader.offset == bytes.count else { throw BSONError.length(offset: reader.offset) }
            return document
        }
    }

    /// Goes through the documents of a reply's first batch without making a ``BSONDocument`` of each, for lists whose length counts.
    /// - Parameter row: Reads one document by ``fields(_:)``.
    /// - Throws: ``BSONError``; what `row` throws.
    static func rows<Row>(of reply: [UInt8], _ row: (inout BSONReader) throws -> Row) throws -> [Row] {
        try reply.withUnsafeBytes { bytes in
            var reader = BSONReader(bytes)
            var rows: [Row]?
            try reader.elements(depth: 0) { (reader, type) throws in
                guard try reader.takeName().isText("cursor"), type == .document else { return try reader.skip(type, depth: 0) }
                try reader.elements(depth: 1) { (reader, type) throws in
                    guard try reader.takeName().isText("firstBatch"), type == .array else { return try reader.skip(type, depth: 1) }
                    rows = try reader.batch(row)
                }
            }
            guard reader.offset == bytes.count else { throw BSONError.length(offset: reader.offset) }
            guard let rows else { throw BSONError.field("firstBatch") }
            return rows
        }
    }

    private mutating func batch<Row>(_ row: (inout BSONReader) throws -> Row) throws -> [Row] {
        var rows: [Row] = []
        try elements(depth: 2) { (reader, type) throws in
            try reader.skipName()
            guard type == .document else { throw BSONError.field("firstBatch") }
            rows.append(try row(&reader))
        }
        return rows
    }

    /// Goes through the fields of a row. `read` takes the values that it knows, by ``string()`` or ``date()``; others are skipped.
    mutating func fields(_ read: (inout BSONReader, _ name: UnsafeRawBufferPointer) throws -> Void) throws {
        try elements(depth: Self.rowDepth) { (reader, type) throws in
            let name = try reader.takeName()
            let start = reader.offset
            reader.field = (name, type)
            try read(&reader, name)
            if reader.offset == start { try reader.skip(type, depth: Self.rowDepth) }
        }
    }

    /// - Throws: ``BSONError/field(_:)`` when the field of the row is of another type.
    mutating func string() throws -> String {
        try expect(.string)
        return try text()
    }

    /// - Returns: Milliseconds since 1970-01-01 UTC.
    /// - Throws: ``BSONError/field(_:)`` when the field of the row is of another type.
    mutating func date() throws -> Int64 {
        try expect(.date)
        return try integer(Int64.self)
    }

    private func expect(_ type: BSONType) throws {
        guard let field, field.type == type else {
            throw BSONError.field(field.map { String(decoding: $0.name, as: UTF8.self) } ?? "")
        }
    }

    private mutating func skip(_ type: BSONType, depth: Int) throws {
        _ = try value(type, depth: depth)
    }

    private mutating func document(depth: Int) throws -> BSONDocument {
        var fields: [BSONDocument.Field] = []
        try elements(depth: depth) { (reader, type) throws in
            let name = try reader.name()
            fields.append(BSONDocument.Field(name: name, value: try reader.value(type, depth: depth)))
        }
        return BSONDocument(fields: fields)
    }

    private mutating func array(depth: Int) throws -> [BSONValue] {
        var values: [BSONValue] = []
        try elements(depth: depth) { (reader, type) throws in
            try reader.skipName()
            values.append(try reader.value(type, depth: depth))
        }
        return values
    }

    private mutating func elements(depth: Int, _ read: (inout BSONReader, BSONType) throws -> Void) throws {
        guard depth < Self.depthLimit else { throw BSONError.depth }
        let (start, outerEnd) = (offset, end)
        let length = Int(try integer(Int32.self))
        guard length >= 5, length <= outerEnd - start else { throw BSONError.length(offset: start) }
        end = start + length
        while true {
            let code = try byte()
            if code == 0 { break }
            guard let type = BSONType(rawValue: code) else { throw BSONError.type(code, offset: offset - 1) }
            try read(&self, type)
        }
        guard offset == end else { throw BSONError.length(offset: offset) }
        end = outerEnd
    }

    private mutating func value(_ type: BSONType, depth: Int) throws -> BSONValue {
        switch type {
        case .double: .double(Double(bitPattern: try integer(UInt64.self)))
        case .string: .string(try text())
        case .document: .document(try document(depth: depth + 1))
        case .array: .array(try array(depth: depth + 1))
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
        case .undefined: .undefined
        }
    }

    private mutating func byte() throws -> UInt8 {
        guard offset < end else { throw BSONError.length(offset: offset) }
        defer { offset += 1 }
        return bytes[offset]
    }

    private mutating func take(_ count: Int) throws -> UnsafeRawBufferPointer {
        guard count >= 0, count <= end - offset else { throw BSONError.length(offset: offset) }
        defer { offset += count }
        return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
    }

    private mutating func integer<Integer: FixedWidthInteger>(_ type: Integer.Type) throws -> Integer {
        Integer(littleEndian: try take(Integer.bitWidth / 8).loadUnaligned(as: Integer.self))
    }

    private mutating func name() throws -> String {
        let start = offset
        return try string(try takeName(), at: start)
    }

    /// Those of an array's elements are their numbers.
    private mutating func skipName() throws {
        _ = try takeName()
    }

    private mutating func takeName() throws -> UnsafeRawBufferPointer {
        guard let zero = bytes[offset..<end].firstIndex(of: 0) else { throw BSONError.length(offset: offset) }
        let name = try take(zero - offset)
        offset = zero + 1
        return name
    }

    private mutating func text() throws -> String {
        let start = offset
        let length = Int(try integer(Int32.self))
        let content = try take(length)
        guard content.last == 0 else { throw BSONError.text(offset: start) }
        return try string(UnsafeRawBufferPointer(rebasing: content.dropLast()), at: start)
    }

    private func string(_ content: UnsafeRawBufferPointer, at start: Int) throws -> String {
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

extension UnsafeRawBufferPointer {
    func isText(_ text: StaticString) -> Bool {
        count == text.utf8CodeUnitCount && indices.allSatisfy { self[$0] == text.utf8Start[$0] }
    }
}
