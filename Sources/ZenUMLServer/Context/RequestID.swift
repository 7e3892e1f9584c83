import Domain

/// The name of one request, by which its log lines and a person's report are brought together.
enum RequestID {
    /// - Parameter incoming: What a client or proxy calls the request. Kept if it can do no harm in a log.
    static func make(incoming: String?) -> String {
        if let incoming, isValid(incoming) { return incoming }
        var generator = SystemRandomNumberGenerator()
        return withUnsafeBytes(of: (generator.next(), generator.next())) { $0.hexadecimal }
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
