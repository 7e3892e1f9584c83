import NIOCore

/// Reads replies out of bytes as they come, in whatever pieces.
///
/// Whatever they are, the result is values or an error. Arrays are kept in a list of those that are open, so that their depth costs no stack.
struct RESPDecoder {
    private struct OpenArray {
        let count: Int
        var elements: [RESPValue] = []
    }

    private enum Token {
        case value(RESPValue)
        case array(count: Int)
    }

    private static let carriageReturn = UInt8(ascii: "\r")
    private static let lineFeed = UInt8(ascii: "\n")

    private let limits: RESPLimits
    private var buffer = ByteBuffer()
    /// How many bytes of the next line are known to hold no end of it: no byte is looked at twice, in however many pieces a line comes.
    private var searched = 0
    /// Of the bulk string whose length has been read.
    private var bulkLength: Int?
    /// The outermost first.
    private var openArrays: [OpenArray] = []
    /// Of the reply that is being read, as are the elements.
    private var byteCount = 0
    private var elementCount = 0
    private var failure: RESPError?

    init(limits: RESPLimits = RESPLimits()) {
        self.limits = limits
    }

    /// How many bytes wait for those that follow.
    var waitingBytes: Int { buffer.readableBytes }

    /// - Parameter bytes: What has come. Take all values that are whole by ``next()`` before there is more, or it is all kept.
    mutating func append(_ bytes: ByteBuffer) {
        guard buffer.readableBytes > 0 else {
            buffer = bytes
            return
        }
        buffer.discardReadBytes()
        buffer.writeImmutableBuffer(bytes)
    }

    /// - Returns: The next value; `nil` until more bytes have come.
    /// - Throws: An error, and the same one ever after.
    mutating func next() throws(RESPError) -> RESPValue? {
        if let failure { throw failure }
        do {
            return try value()
        } catch {
            failure = error
            buffer = ByteBuffer()
            openArrays = []
            throw error
        }
    }

    private mutating func value() throws(RESPError) -> RESPValue? {
        while let token = try token() {
            let whole: RESPValue? =
                switch token {
                case .array(let count): try open(count)
                case .value(let value): finish(value)
                }
            guard let whole else { continue }
            (byteCount, elementCount) = (0, 0)
            return whole
        }
        return nil
    }

    /// - Returns: The reply, if that is full with an array that is empty.
    private mutating func open(_ count: Int) throws(RESPError) -> RESPValue? {
        guard openArrays.count < limits.depth else { throw .depth }
        guard count > 0 else { return finish(.array([])) }
        openArrays.append(OpenArray(count: count))
        return nil
    }

    /// Puts a value where it belongs, and with it each array that it makes full.
    /// - Returns: The reply, if that is full with it.
    private mutating func finish(_ value: RESPValue) -> RESPValue? {
        var value = value
        while var array = openArrays.popLast() {
            array.elements.append(value)
            guard array.elements.count == array.count else {
                openArrays.append(array)
                return nil
            }
            value = .array(array.elements)
        }
        return value
    }

    private mutating func token() throws(RESPError) -> Token? {
        if let bulkLength { return try bulkString(bulkLength) }
        guard let type: UInt8 = buffer.getInteger(at: buffer.readerIndex) else { return nil }
        guard "+-:$*".utf8.contains(type) else { throw .type(type) }
        guard let line = try line() else { return nil }
        let text = String(decoding: line.dropFirst(), as: UTF8.self)
        switch type {
        case UInt8(ascii: "+"): return .value(.simpleString(text))
        case UInt8(ascii: "-"): return .value(.simpleError(text))
        case UInt8(ascii: ":"):
            guard let number = Int64(text) else { throw .integer }
            return .value(.integer(number))
        case UInt8(ascii: "$"):
            guard let length = try length(text) else { return .value(.null) }
            guard length <= limits.bytes else { throw .size }
            try add(length + 2)
            bulkLength = length
            return try bulkString(length)
        default:
            guard let count = try length(text) else { return .value(.null) }
            guard count <= limits.elements - elementCount else { throw .elements }
            elementCount += count
            return .array(count: count)
        }
    }

    /// - Returns: A line without its end; `nil` until it has come.
    private mutating func line() throws(RESPError) -> [UInt8]? {
        let view = buffer.readableBytesView
        guard let end = view[(view.startIndex + searched)...].firstIndex(of: Self.carriageReturn) else {
            searched = view.count
            guard searched <= limits.lineBytes else { throw .line }
            return nil
        }
        searched = end - view.startIndex
        guard searched <= limits.lineBytes else { throw .line }
        guard end + 1 < view.endIndex else { return nil }
        guard view[end + 1] == Self.lineFeed, let line = buffer.readBytes(length: searched) else { throw .line }
        buffer.moveReaderIndex(forwardBy: 2)
        try add(searched + 2)
        searched = 0
        return line
    }

    private mutating func bulkString(_ length: Int) throws(RESPError) -> Token? {
        guard buffer.readableBytes >= length + 2, let bytes = buffer.readBytes(length: length) else { return nil }
        guard buffer.readInteger(as: UInt8.self) == Self.carriageReturn, buffer.readInteger(as: UInt8.self) == Self.lineFeed else { throw .line }
        bulkLength = nil
        return .value(.bulkString(bytes))
    }

    /// - Returns: `nil` for that of null.
    private func length(_ text: String) throws(RESPError) -> Int? {
        if text == "-1" { return nil }
        guard let length = Int(text), length >= 0 else { throw .integer }
        return length
    }

    /// Counts bytes of the reply, a bulk string's before they have come.
    private mutating func add(_ bytes: Int) throws(RESPError) {
        byteCount += bytes
        guard byteCount <= limits.bytes else { throw .size }
    }
}
