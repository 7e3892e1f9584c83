import HTTPTypes

/// A token in the header `Authorization` (RFC 6750 §2.1). Never in the address, which ends up in logs.
enum BearerToken {
    private static let scheme = "bearer "

    static func read(from headers: HTTPFields) -> String? {
        // Not the subscript that joins all values: it copies a token letter by letter.
        let fields = headers[fields: .authorization]
        guard fields.count == 1, let value = fields.first?.value, value.utf8.count > scheme.utf8.count else { return nil }
        let start = value.utf8.prefix(scheme.utf8.count)
        // The scheme's case doesn't matter (RFC 9110 §11.1).
        guard zip(start, scheme.utf8).allSatisfy({ ((0x41...0x5A).contains($0) ? $0 + 0x20 : $0) == $1 }) else { return nil }
        return String(value[start.endIndex...])
    }
}
