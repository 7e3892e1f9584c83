/// The grammar of JSON (RFC 8259). Foundation's decoder takes what is none, such as a comma before a bracket or a number that begins with 0.
struct JSONSyntax {
    /// Where a text stops being JSON, and why.
    struct Problem: Error, Equatable {
        let offset: Int
        let message: String
    }

    /// As deep as Foundation's decoder goes.
    private static let deepest = 512

    private enum Expectation { case value, valueOrEnd, key, keyOrEnd, colon, commaOrEnd, end }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var offset = 0
    /// The brackets that are open: whether each is that of an object.
    private var open: [Bool] = []

    static func check(_ bytes: UnsafeBufferPointer<UInt8>) throws(Problem) {
        var syntax = JSONSyntax(bytes: bytes)
        try syntax.check()
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    private mutating func check() throws(Problem) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
        var expected = Expectation.value
        while true {
            while offset < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[offset]) { offset += 1 }
            guard offset < bytes.count else {
                if expected == .end { return }
                throw problem("unexpected end")
            }
            expected = try next(bytes[offset], expected)
        }
    }

    private mutating func next(_ byte: UInt8, _ expected: Expectation) throws(Problem) -> Expectation {
        switch (byte, expected) {
        case (UInt8(ascii: "]"), .valueOrEnd), (UInt8(ascii: "}"), .keyOrEnd): return try close(byte)
        case (UInt8(ascii: "]"), .commaOrEnd) where open.last == false, (UInt8(ascii: "}"), .commaOrEnd) where open.last == true:
            return try close(byte)
        case (UInt8(ascii: ","), .commaOrEnd):
            offset += 1
            return open.last == true ? .key : .value
        case (UInt8(ascii: ":"), .colon):
            offset += 1
            return .value
        case (UInt8(ascii: "\""), .key), (UInt8(ascii: "\""), .keyOrEnd):
            try string()
            return .colon
        case (_, .value), (_, .valueOrEnd): return try value(byte)
        case (_, .key), (_, .keyOrEnd): throw problem("the name of a member is expected")
        case (_, .colon): throw problem("a colon is expected")
        case (_, .commaOrEnd): throw problem("a comma or a closing bracket is expected")
        case (_, .end): throw problem("unexpected text")
        }
    }

    private mutating func value(_ byte: UInt8) throws(Problem) -> Expectation {
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            guard open.count < Self.deepest else { throw problem("too many open brackets") }
            open.append(byte == UInt8(ascii: "{"))
            offset += 1
            return byte == UInt8(ascii: "{") ? .keyOrEnd : .valueOrEnd
        case UInt8(ascii: "\""): try string()
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
        case UInt8(ascii: "t"): try word("true")
        case UInt8(ascii: "f"): try word("false")
        case UInt8(ascii: "n"): try word("null")
        default: throw problem("invalid value")
        }
        return after
    }

    private mutating func close(_ byte: UInt8) throws(Problem) -> Expectation {
        open.removeLast()
        offset += 1
        return after
    }

    /// What follows a value.
    private var after: Expectation { open.isEmpty ? .end : .commaOrEnd }

    private mutating func string() throws(Problem) {
        offset += 1
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "\""):
                offset += 1
                return
            case 0..<0x20: throw problem("a control character in a text")
            case UInt8(ascii: "\\"): try escape()
            default: offset += 1
            }
        }
        throw problem("unexpected end")
    }

    private mutating func escape() throws(Problem) {
        guard offset + 1 < bytes.count else { throw problem("unexpected end") }
        switch bytes[offset + 1] {
        case UInt8(ascii: "u"):
            for place in offset + 2..<offset + 6 where place >= bytes.count || Self.isNoHexadecimalDigit(bytes[place]) {
                throw problem("invalid escape")
            }
            offset += 6
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"),
            UInt8(ascii: "t"):
            offset += 2
        default: throw problem("invalid escape")
        }
    }

    private static func isNoHexadecimalDigit(_ byte: UInt8) -> Bool {
        !(isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20))
    }

    private mutating func number() throws(Problem) {
        let start = offset
        if bytes[offset] == UInt8(ascii: "-") { offset += 1 }
        let isZero = offset < bytes.count && bytes[offset] == UInt8(ascii: "0")
        let digits = skipDigits()
        guard digits > 0, digits == 1 || !isZero else { throw Problem(offset: start, message: "invalid number") }
        if offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
            offset += 1
            guard skipDigits() > 0 else { throw Problem(offset: start, message: "invalid number") }
        }
        if offset < bytes.count, bytes[offset] | 0x20 == UInt8(ascii: "e") {
            offset += 1
            if offset < bytes.count, bytes[offset] == UInt8(ascii: "+") || bytes[offset] == UInt8(ascii: "-") { offset += 1 }
            guard skipDigits() > 0 else { throw Problem(offset: start, message: "invalid number") }
        }
    }

    private mutating func skipDigits() -> Int {
        let start = offset
        while offset < bytes.count, Self.isDigit(bytes[offset]) { offset += 1 }
        return offset - start
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private mutating func word(_ word: StaticString) throws(Problem) {
        let length = word.utf8CodeUnitCount
        guard offset + length <= bytes.count, (0..<length).allSatisfy({ bytes[offset + $0] == word.utf8Start[$0] }) else {
            throw problem("invalid value")
        }
        offset += length
    }

    private func problem(_ message: String) -> Problem { Problem(offset: offset, message: message) }
}
