import Foundation
import NIOCore
import TestSupport
import Testing

@testable import ZenUMLServer

@Suite("Writing JSON")
struct JSONWriterTests {
    @Test func anyTextIsReadBackAsItWas() throws {
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededRandom(seed: seed)
        let ranges: [ClosedRange<UInt32>] = [0...0x7F, 0x80...0x7FF, 0x800...0xD7FF, 0xE000...0xFFFF, 0x10000...0x10FFFF]
        for _ in 0..<2000 {
            // JSONSerialization would drop a U+FEFF at the start of a text and after an escape.
            var text = ""
            for _ in 0..<Int.random(in: 0...20, using: &random) {
                let value = UInt32.random(in: ranges.randomElement(using: &random) ?? 0...1, using: &random)
                if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
            }
            let written = JSONWriter.text { $0.field("text", text) }
            let read = try JSONDecoder().decode([String: String].self, from: Data(written.utf8))
            #expect(read["text"]?.unicodeScalars.elementsEqual(text.unicodeScalars) == true, "seed \(seed)")
        }
    }

    @Test func timesAreISO8601InUTCWithMilliseconds() {
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededRandom(seed: seed)
        for _ in 0..<5000 {
            // From the first full year of the Gregorian calendar to the last year of four digits.
            let seconds = Int64.random(in: -12_200_000_000...253_402_300_799, using: &random)
            let milliseconds = Int64.random(in: 0...999, using: &random)
            let date = Date(timeIntervalSince1970: Double(seconds * 1000 + milliseconds) / 1000)
            let expected = Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601).dropLast() + String(format: ".%03dZ", milliseconds)
            #expect(JSONWriter.text { $0.field("t", date) } == "{\"t\":\"\(expected)\"}", "seed \(seed)")
        }
    }

    @Test func nothingAndSwitchesAndNumbers() {
        let text = JSONWriter.text { json in
            json.field("nothing", nil as String?)
            json.field("yes", true)
            json.field("number", -7)
            json.field("list", ["a", "b"])
            json.field("last", "x")
        }
        #expect(text == #"{"nothing":null,"yes":true,"number":-7,"list":["a","b"],"last":"x"}"#)
    }
}

extension JSONWriter {
    fileprivate static func text(_ body: (inout JSONWriter) -> Void) -> String {
        var json = JSONWriter()
        json.object(body)
        return String(buffer: json.buffer)
    }
}
