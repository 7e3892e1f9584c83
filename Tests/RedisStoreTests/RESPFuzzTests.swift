import Foundation
import NIOCore
import TestSupport
import Testing

@testable import RedisStore

/// Bytes that no Redis sends: replies, cut up, mixed and bent. `RESP_FUZZ_COUNT=1000000` tries a million.
struct RESPFuzzTests {
    private static let count = ProcessInfo.processInfo.environment["RESP_FUZZ_COUNT"].flatMap(Int.init) ?? 100_000
    private static let seed = ProcessInfo.processInfo.environment["RESP_FUZZ_SEED"].flatMap(UInt64.init) ?? 20_261_127
    private static let words = [
        "\r\n", "\r", "\n", "*", "$", ":", "+", "-", "*-1\r\n", "$-1\r\n", "*1\r\n", "*2\r\n", "*9\r\n", "$3\r\nabc\r\n", "0", "-", "99999999999",
        "\u{0}",
        "$400\r\n", "*60\r\n",
    ]
    /// Small, so that they are reached.
    private static let limits = RESPLimits(bytes: 1000, depth: 8, elements: 64, lineBytes: 100)

    private var random = SeededRandom(seed: seed)

    @Test func whateverComesIsReadTheSameInAnyPieces() {
        print("fuzz: \(Self.count) inputs, RESP_FUZZ_SEED=\(Self.seed)")
        var test = self
        for _ in 0..<Self.count {
            let bytes = test.bytes()
            let pieces = test.pieces(of: bytes)
            let (whole, split) = (RESPDecoderTests.read([bytes], Self.limits), RESPDecoderTests.read(pieces, Self.limits))
            guard whole.values == split.values, whole.error == split.error else {
                Issue.record("differs in pieces: \(String(decoding: bytes, as: UTF8.self).debugDescription), \(pieces.map(\.count))")
                return
            }
        }
    }

    @Test func noMoreIsKeptThanAReplyMayHave() {
        print("fuzz: RESP_FUZZ_SEED=\(Self.seed)")
        var test = self
        var decoder = RESPDecoder(limits: Self.limits)
        for _ in 0..<Self.count {
            let piece = test.pieces(of: test.bytes()).first ?? []
            decoder.append(ByteBuffer(bytes: piece))
            do {
                while let value = try decoder.next() { #expect(Self.depth(of: value) <= Self.limits.depth) }
            } catch {
                // It is the end: with the next bytes begins another connection.
                decoder = RESPDecoder(limits: Self.limits)
            }
            guard decoder.waitingBytes <= Self.limits.bytes else {
                Issue.record("\(decoder.waitingBytes) bytes are kept")
                return
            }
        }
    }

    private static func depth(of value: RESPValue) -> Int {
        if case .array(let elements) = value { 1 + (elements.map(depth(of:)).max() ?? 0) } else { 0 }
    }

    private mutating func bytes() -> [UInt8] {
        var bytes = (0..<Int.random(in: 1...3, using: &random)).flatMap { _ in sample() }
        for _ in 0..<Int.random(in: 0...4, using: &random) { bend(&bytes) }
        return bytes
    }

    private mutating func sample() -> [UInt8] {
        Array((RESPDecoderTests.samples.randomElement(using: &random)?.bytes ?? "").utf8)
    }

    private mutating func bend(_ bytes: inout [UInt8]) {
        let first = Int.random(in: 0...bytes.count, using: &random)
        let last = Int.random(in: first...bytes.count, using: &random)
        switch Int.random(in: 0..<6, using: &random) {
        case 0: bytes.removeSubrange(first..<last)
        case 1: bytes.insert(contentsOf: bytes[first..<last], at: first)
        case 2: bytes.insert(contentsOf: sample(), at: first)
        case 3 where first < bytes.count: bytes[first] = UInt8.random(in: 0...255, using: &random)
        case 4: bytes.removeSubrange(first...)
        default: bytes.insert(contentsOf: Array((Self.words.randomElement(using: &random) ?? "").utf8), at: first)
        }
    }

    private mutating func pieces(of bytes: [UInt8]) -> [[UInt8]] {
        var (pieces, rest) = ([[UInt8]](), bytes[...])
        while !rest.isEmpty {
            let size = Int.random(in: 1...min(rest.count, 40), using: &random)
            pieces.append(Array(rest.prefix(size)))
            rest = rest.dropFirst(size)
        }
        return pieces
    }
}
