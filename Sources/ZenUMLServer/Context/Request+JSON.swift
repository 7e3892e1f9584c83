import Domain
import Foundation
import Hummingbird
import NIOCore

extension Request {
    /// Reads the body as a JSON object.
    /// - Throws: ``DomainError/unsupportedMediaType(_:)``, ``DomainError/contentTooLarge(limit:)``, ``DomainError/malformed(_:)`` with line
    ///   and column, ``DomainError/validation(_:)``.
    func json<Body: RequestBody>(_: Body.Type) async throws -> Body {
        guard isJSON else { throw DomainError.unsupportedMediaType("Expected a body of the type application/json") }
        let buffer = try await bodyWithinLimit()
        do {
            return try JSONDecoder().decode(Body.self, from: Data(buffer.readableBytesView))
        } catch is DecodingError {
            throw MalformedJSON.error(in: buffer)
        }
    }

    /// - Throws: ``DomainError/contentTooLarge(limit:)``.
    func bodyWithinLimit() async throws -> ByteBuffer {
        let limit = BodyLimit.bytes(for: uri.path)
        do {
            return try await body.collect(upTo: limit)
        } catch is NIOTooManyBytesError {
            throw DomainError.contentTooLarge(limit: limit)
        }
    }

    private var isJSON: Bool {
        guard let type = headers[.contentType]?.split(separator: ";").first?.trimmingWhiteSpace().lowercased() else { return false }
        return type == "application/json" || (type.hasPrefix("application/") && type.hasSuffix("+json"))
    }
}
