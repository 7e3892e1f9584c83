import Foundation
import TestSupport
import Testing

@testable import MongoStore

@Suite("BSON")
struct BSONTests {
    /// Bytes written by hand after bsonspec.org: one field of each type.
    @Test(
        arguments: [
            ("double", BSONValue.double(1.5), [0x01] + [0, 0, 0, 0, 0, 0, 0xF8, 0x3F]),
            ("string", .string("hé"), [0x02, 4, 0, 0, 0, 0x68, 0xC3, 0xA9, 0]),
            ("empty document", .document([:]), [0x03, 5, 0, 0, 0, 0]),
            ("array", .array([true]), [0x04, 9, 0, 0, 0, 0x08, 0x30, 0, 1, 0]),
            ("binary", .binary(BSONBinary(subtype: 4, bytes: [1, 2])), [0x05, 2, 0, 0, 0, 4, 1, 2]),
            ("bool", .bool(true), [0x08, 1]),
            ("date", .date(Int64(-1)), [0x09] + [UInt8](repeating: 0xFF, count: 8)),
            ("null", .null, [0x0A]),
            ("int32", .int32(-2), [0x10, 0xFE, 0xFF, 0xFF, 0xFF]),
            ("timestamp", .timestamp(1), [0x11, 1, 0, 0, 0, 0, 0, 0, 0]),
            ("int64", .int64(258), [0x12, 2, 1, 0, 0, 0, 0, 0, 0]),
        ] as [(String, BSONValue, [UInt8])])
    func aValueIsWrittenAsTheSpecificationSays(_ name: String, _ value: BSONValue, _ expected: [UInt8]) throws {
        // The name "a" stands between the type and the value.
        let body = [expected[0], 0x61, 0] + expected.dropFirst() + [0]
        let bytes = [UInt8(body.count + 4), 0, 0, 0] + body
        #expect(try BSONWriter.bytes(of: ["a": value]) == bytes)
        #expect(try BSONReader.document(bytes) == ["a": value])
    }

    @Test func whateverIsWrittenIsReadAgain() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededRandom(seed: seed)
        for _ in 0..<2000 {
            let document = BSONSamples.document(&random, depth: 0)
            let bytes = try BSONWriter.bytes(of: document)
            #expect(try BSONReader.document(bytes) == document, "seed \(seed)")
        }
    }

    @Test func damagedBytesAreADocumentOrAnErrorAndNeverACrash() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededRandom(seed: seed)
        var refused = 0
        for _ in 0..<20_000 {
            var bytes = try BSONWriter.bytes(of: BSONSamples.document(&random, depth: 0))
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 0...bytes.count, using: &random)) }
            do {
                let document = try BSONReader.document(bytes)
                let again = try BSONWriter.bytes(of: document)
                #expect(again.count <= bytes.count, "seed \(seed)")
            } catch is BSONError {
                refused += 1
            }
        }
        #expect(refused > 10_000, "seed \(seed)")
    }

    @Test(
        arguments: [
            ("nothing", []),
            ("a length only", [5, 0, 0, 0]),
            ("a length beyond the end", [6, 0, 0, 0, 0]),
            ("a negative length", [0xFF, 0xFF, 0xFF, 0xFF, 0]),
            ("bytes after the end", [5, 0, 0, 0, 0, 0]),
            ("an unknown type", [8, 0, 0, 0, 0x7E, 0x61, 0, 0]),
            ("a truth that is 2", [9, 0, 0, 0, 0x08, 0x61, 0, 2, 0]),
            ("a text of no length", [12, 0, 0, 0, 0x02, 0x61, 0, 0, 0, 0, 0, 0]),
            ("a text without an end", [14, 0, 0, 0, 0x02, 0x61, 0, 2, 0, 0, 0, 0x62, 0x62, 0]),
            ("a text that is no UTF-8", [14, 0, 0, 0, 0x02, 0x61, 0, 2, 0, 0, 0, 0xFF, 0, 0]),
            ("a name without an end", [7, 0, 0, 0, 0x0A, 0x61, 0x61]),
            ("a document that reaches beyond its parent", [13, 0, 0, 0, 0x03, 0x61, 0, 6, 0, 0, 0, 0, 0]),
        ] as [(String, [UInt8])])
    func malformedBytesAreRefused(_ what: String, _ bytes: [UInt8]) {
        #expect(throws: BSONError.self) { try BSONReader.document(bytes) }
    }

    @Test func deepNestingIsRefused() throws {
        var value = BSONValue.document([:])
        for _ in 0..<98 { value = ["a": value] }
        #expect(throws: Never.self) { try BSONReader.document(BSONWriter.bytes(of: ["a": value])) }
        #expect(throws: BSONError.depth) { try BSONReader.document(BSONWriter.bytes(of: ["a": ["a": value]])) }
    }

    @Test func aNameCanHoldNoZero() {
        #expect(throws: BSONError.name("a\0b")) { try BSONWriter.bytes(of: ["a\0b": 1]) }
    }

    @Test func aFieldOfAnotherTypeIsNamed() {
        let document: BSONDocument = ["a": 1]
        #expect(throws: BSONError.field("a")) { try document.string("a") }
        #expect(throws: BSONError.field("b")) { try document.date("b") }
    }
}
