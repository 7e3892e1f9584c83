import HTTPTypes

/// A token in the header `Authorization` (RFC 6750 §2.1). Never in the address, which ends up in logs.
enum BearerToken {
    static func read(from headers: HTTPFields) -> String? {
        guard let value = headers[.authorization], value.utf8.count > 7, value.prefix(7).lowercased() == "bearer " else { return nil }
        return String(value.dropFirst(7))
    }
}
