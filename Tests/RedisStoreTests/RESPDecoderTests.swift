import NIOCore
import Testing

@testable import RedisStore

@Suite("Replies of Redis")
struct RESPDecoderTests {
    static let samples: [(bytes: String, value: RESPValue)] = [
        ("+OK\r\n", .simpleString("OK")),
        ("+\r\n", .simpleString("")),
        ("-ERR unknown command\r\n", .simpleError("ERR unknown command")),
        (":0\r\n", .integer(0)),
        (":-9223372036854775808\r\n", .integer(.min)),
        ("$0\r\n\r\n", .bulkString([])),
        ("$5\r\n\r\n+x\n\r\n", .bulkString(Array("\r\n+x\n".utf8))),
        ("$-1\r\n", .null),
        ("*-1\r\n", .null),
        ("*0\r\n", .array([])),
        ("*3\r\n:1\r\n$-1\r\n+a\r\n", .array([.integer(1), .null, .simpleString("a")])),
        ("*2\r\n*2\r\n*0\r\n:7\r\n*1\r\n$1\r\nx\r\n", .array([.array([.array([]), .integer(7)]), .array([.bulkString([0x78])])])),
    ]

    /// All that can be read of the pieces, and the error that ends it.
    static func read(_ pieces: [[UInt8]], _ limits: RESPLimits = RESPLimits()) -> (values: [RESPValue], error: RESPError?) {
        var decoder = RESPDecoder(limits: limits)
        var values: [RESPValue] = []
        for piece in pieces {
            decoder.append(ByteBuffer(bytes: piece))
            do throws(RESPError) {
                while let value = try decoder.next() { values.append(value) }
            } catch {
                return (values, error)
            }
        }
        return (values, nil)
    }

    static func read(_ text: String, _ limits: RESPLimits = RESPLimits()) -> (values: [RESPValue], error: RESPError?) {
        read([Array(text.utf8)], limits)
    }

    @Test func eachValueIsReadInWhateverPiecesItComes() {
        for (text, value) in Self.samples {
            let bytes = Array(text.utf8)
            for split in 0...bytes.count {
                let (values, error) = Self.read([Array(bytes[..<split]), Array(bytes[split...])])
                #expect(values == [value] && error == nil, "\(text.debugDescription) in two at \(split)")
            }
            let (values, error) = Self.read(bytes.map { [$0] })
            #expect(values == [value] && error == nil, "\(text.debugDescription) byte by byte")
        }
    }

    @Test func oneAfterTheOther() {
        let (values, error) = Self.read(Self.samples.map(\.bytes).joined())
        #expect(values == Self.samples.map(\.value) && error == nil)
    }

    @Test func whatIsWrittenIsRead() {
        for (_, value) in Self.samples {
            var buffer = ByteBuffer()
            RESPEncoder.write(value, to: &buffer)
            #expect(Self.read([Array(buffer.readableBytesView)]).values == [value])
        }
    }

    @Test(arguments: [
        ("?", RESPError.type(0x3F)), ("\r\n", .type(0x0D)), (":1\r:", .line), ("$1\r\nxx\r\n", .line), (":\r\n", .integer), (":1 \r\n", .integer),
        (":9223372036854775808\r\n", .integer), ("$-2\r\n", .integer), ("*-2\r\n", .integer), ("*x\r\n", .integer),
        ("$99999999999999999999\r\n", .integer),
    ])
    func whatIsNoReplyIsAnError(_ text: String, _ error: RESPError) {
        #expect(Self.read(text).error == error)
        #expect(Self.read(Array(text.utf8).map { [$0] }).error == error, "byte by byte")
    }

    @Test func anErrorIsTheEnd() {
        var decoder = RESPDecoder()
        decoder.append(ByteBuffer(string: "+a\r\n?+b\r\n"))
        #expect(throws: Never.self) { try decoder.next() }
        for _ in 0..<3 {
            #expect(throws: RESPError.type(0x3F)) { try decoder.next() }
            decoder.append(ByteBuffer(string: "+c\r\n"))
        }
    }

    // MARK: Limits

    @Test func arraysAreEightDeepAtMost() {
        let deepest = String(repeating: "*1\r\n", count: 8)
        #expect(Self.read(deepest + ":1\r\n").values.count == 1)
        #expect(Self.read(deepest + "*0\r\n").error == .depth)
        #expect(Self.read(String(repeating: "*1\r\n", count: 100_000)).error == .depth)
    }

    /// They are refused by what they say of themselves, before any of it has come.
    @Test(arguments: [("$16777217\r\n", RESPError.size), ("*1000000000\r\n", .elements), ("*2\r\n*65535\r\n", .elements)])
    func whatSaysThatItIsTooLargeIsRefused(_ text: String, _ error: RESPError) {
        #expect(Self.read(text).error == error)
    }

    @Test func theBytesOfAReplyCountTogether() {
        let bulk = "$100\r\n" + String(repeating: "x", count: 100) + "\r\n"
        let limits = RESPLimits(bytes: 1000)
        #expect(Self.read("*9\r\n" + String(repeating: bulk, count: 9), limits).values.count == 1)
        #expect(Self.read("*10\r\n" + String(repeating: bulk, count: 10), limits).error == .size)
        #expect(Self.read(String(repeating: bulk, count: 100), limits).values.count == 100, "but not those of several")
    }

    @Test func aLineHasAnEnd() {
        let long = String(repeating: "x", count: RESPLimits().lineBytes)
        #expect(Self.read("+" + long).error == .line)
        #expect(Self.read("+" + long + "\r\n").error == .line)
        #expect(Self.read("+" + long.dropLast() + "\r\n").values.count == 1)
    }
}
