import Domain
import HTTPTypes

/// The header `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header-07).
enum IdempotencyKey {
    static let longest = 255

    /// - Returns: `nil` without one.
    /// - Throws: ``DomainError/validation(_:)``.
    static func read(from headers: HTTPFields) throws -> String? {
        guard let key = headers[.idempotencyKey] else { return nil }
        guard (1...longest).contains(key.utf8.count) else {
            throw DomainError.validation([
                FieldError(
                    location: ["header", "Idempotency-Key"], message: "Input should have 1 to \(longest) characters", type: "string_length")
            ])
        }
        return key
    }
}
