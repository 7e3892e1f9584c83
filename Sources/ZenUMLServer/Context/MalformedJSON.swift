import Domain
import Foundation
import NIOCore

/// Says where a body stops being JSON.
enum MalformedJSON {
    /// - Throws: ``DomainError/malformed(_:)`` with line and column.
    static func check(_ body: ByteBuffer) throws {
        guard body.readableBytes > 0 else { throw DomainError.malformed("The body is empty; expected a JSON object") }
        try body.withUnsafeReadableBytes { raw in
            try raw.withMemoryRebound(to: UInt8.self) { bytes in
                guard String(validating: bytes, as: UTF8.self) != nil else { throw DomainError.malformed("The body is not UTF-8") }
                do throws(JSONSyntax.Problem) {
                    try JSONSyntax.check(bytes)
                } catch {
                    let (line, column) = position(of: error.offset, in: bytes)
                    throw DomainError.malformed("The body is not valid JSON: \(error.message) at line \(line), column \(column)")
                }
            }
        }
    }

    /// Both count from 1; columns count Unicode scalars.
    private static func position(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (line: Int, column: Int) {
        let before = bytes[..<offset]
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return (line, before[start...].count { $0 & 0xC0 != 0x80 } + 1)
    }
}
