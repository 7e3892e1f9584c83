import Foundation
import NIOCore

/// Writes JSON (RFC 8259) into a buffer.
struct JSONWriter {
    private(set) var buffer: ByteBuffer
    private var needsComma = false

    init(capacity: Int = 512) {
        buffer = ByteBufferAllocator().buffer(capacity: capacity)
    }

    mutating func object(_ body: (inout JSONWriter) -> Void) {
        byte("{")
        needsComma = false
        body(&self)
        byte("}")
        needsComma = true
    }

    mutating func array(_ elements: [some JSONWritable]) {
        byte("[")
        for (index, element) in elements.enumerated() {
            if index > 0 { byte(",") }
            element.write(to: &self)
        }
        byte("]")
        needsComma = true
    }

    mutating func field(_ name: String, _ value: String?) {
        self.name(name)
        if let value { string(value) } else { buffer.writeStaticString("null") }
    }

    mutating func field(_ name: String, _ value: Bool) {
        self.name(name)
        flag(value)
    }

    mutating func field(_ name: String, _ value: Int) {
        self.name(name)
        number(value)
    }

    /// - Parameter value: Finite: JSON has no other numbers.
    mutating func field(_ name: String, _ value: Double) {
        self.name(name)
        buffer.writeString(value.description)
    }

    mutating func field(_ name: String, _ value: some JSONWritable) {
        self.name(name)
        value.write(to: &self)
        needsComma = true
    }

    /// ISO 8601 in UTC, with milliseconds.
    mutating func field(_ name: String, _ value: Date) {
        self.name(name)
        byte("\"")
        buffer.writeTimestamp(value)
        byte("\"")
    }

    mutating func number(_ value: Int) {
        buffer.writeString(String(value))
    }

    mutating func flag(_ value: Bool) {
        buffer.writeStaticString(value ? "true" : "false")
    }

    mutating func string(_ text: String) {
        byte("\"")
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
            buffer.writeString(text)
        } else {
            for character in text.utf8 { escaped(character) }
        }
        byte("\"")
    }

    private mutating func name(_ name: String) {
        if needsComma { byte(",") }
        string(name)
        byte(":")
        needsComma = true
    }

    private mutating func escaped(_ character: UInt8) {
        switch character {
        case UInt8(ascii: "\""): buffer.writeStaticString(#"\""#)
        case UInt8(ascii: "\\"): buffer.writeStaticString(#"\\"#)
        case UInt8(ascii: "\n"): buffer.writeStaticString(#"\n"#)
        case UInt8(ascii: "\r"): buffer.writeStaticString(#"\r"#)
        case UInt8(ascii: "\t"): buffer.writeStaticString(#"\t"#)
        case 0..<0x20: buffer.writeString("\\u00" + (character < 0x10 ? "0" : "") + String(character, radix: 16))
        default: buffer.writeInteger(character)
        }
    }

    private mutating func byte(_ character: Unicode.Scalar) {
        buffer.writeInteger(UInt8(ascii: character))
    }
}
