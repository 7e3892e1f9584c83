import NIOCore

/// Writes values as they are sent.
enum RESPEncoder {
    static func write(_ value: RESPValue, to buffer: inout ByteBuffer) {
        switch value {
        case .simpleString(let text): line("+", text, &buffer)
        case .simpleError(let text): line("-", text, &buffer)
        case .integer(let number): line(":", String(number), &buffer)
        case .bulkString(let bytes):
            line("$", String(bytes.count), &buffer)
            buffer.writeBytes(bytes)
            buffer.writeStaticString("\r\n")
        case .array(let elements):
            line("*", String(elements.count), &buffer)
            for element in elements { write(element, to: &buffer) }
        case .null: buffer.writeStaticString("$-1\r\n")
        }
    }

    private static func line(_ type: StaticString, _ text: String, _ buffer: inout ByteBuffer) {
        buffer.writeStaticString(type)
        buffer.writeString(text)
        buffer.writeStaticString("\r\n")
    }
}
