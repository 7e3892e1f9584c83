/// Writes documents as bytes.
struct BSONWriter {
    private(set) var bytes: [UInt8] = []

    /// - Throws: ``BSONError/name(_:)``.
    static func bytes(of document: BSONDocument) throws -> [UInt8] {
        var writer = BSONWriter()
        writer.bytes.reserveCapacity(512)
        try writer.write(document)
        return writer.bytes
    }

    private mutating func write(_ document: BSONDocument) throws {
        try sized { writer in
            for field in document.fields { try writer.write(field.value, name: field.name) }
        }
    }

    private mutating func write(_ values: [BSONValue]) throws {
        try sized { writer in
            for (index, value) in values.enumerated() { try writer.write(value, name: String(index)) }
        }
    }

    /// A length, the fields that `body` writes, and a zero.
    private mutating func sized(_ body: (inout BSONWriter) throws -> Void) throws {
        let start = bytes.count
        append(Int32(0))
        try body(&self)
        bytes.append(0)
        withUnsafeBytes(of: Int32(bytes.count - start).littleEndian) { length in
            bytes.replaceSubrange(start..<start + 4, with: length)
        }
    }

    private mutating func write(_ value: BSONValue, name: String) throws {
        guard !name.utf8.contains(0) else { throw BSONError.name(name) }
        bytes.append(BSONType(value).rawValue)
        bytes.append(contentsOf: name.utf8)
        bytes.append(0)
        switch value {
        case .double(let number): append(number.bitPattern)
        case .string(let text): write(text)
        case .document(let document): try write(document)
        case .array(let values): try write(values)
        case .binary(let binary): write(binary)
        case .objectID(let id): bytes.append(contentsOf: id.bytes)
        case .bool(let truth): bytes.append(truth ? 1 : 0)
        case .date(let milliseconds): append(milliseconds)
        case .null, .minKey, .maxKey, .undefined: break
        case .int32(let number): append(number)
        case .timestamp(let place): append(place)
        case .int64(let number): append(number)
        }
    }

    private mutating func write(_ text: String) {
        append(Int32(text.utf8.count + 1))
        bytes.append(contentsOf: text.utf8)
        bytes.append(0)
    }

    private mutating func write(_ binary: BSONBinary) {
        append(Int32(binary.bytes.count))
        bytes.append(binary.subtype)
        bytes.append(contentsOf: binary.bytes)
    }

    private mutating func append(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
}
