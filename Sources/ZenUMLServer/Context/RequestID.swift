import Domain
import Synchronization

/// The name of one request, by which its log lines and a person's report are brought together.
enum RequestID {
    /// Random for each process and counted up within it, so no two requests share a name and no request pays for randomness.
    private static let process = UInt64.random(in: .min ... .max).bigEndianBytes.hexadecimal
    private static let count = Atomic<UInt64>(0)

    /// - Parameter incoming: What a client or proxy calls the request. Kept if it can do no harm in a log.
    static func make(incoming: String?) -> String {
        if let incoming, isValid(incoming) { return incoming }
        return process + count.add(1, ordering: .relaxed).newValue.bigEndianBytes.hexadecimal
    }

    private static func isValid(_ id: String) -> Bool {
        (1...128).contains(id.utf8.count)
            && id.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                    UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }
}

extension UInt64 {
    fileprivate var bigEndianBytes: [UInt8] {
        withUnsafeBytes(of: bigEndian, Array.init)
    }
}
