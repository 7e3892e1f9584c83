import Domain
import Foundation
import Hummingbird
import NIOCore

extension Request {
    /// Reads the body as a JSON object.
    /// - Throws: ``DomainError/unsupportedMediaType(_:)``, ``DomainError/contentTooLarge(limit:)``, ``DomainError/malformed(_:)`` with line
    ///   and column, ``DomainError/validation(_:)``.
    func json<Body: RequestBody>(_: Body.Type, _ context: AppRequestContext) async throws -> Body {
        guard isJSON else { throw DomainError.unsupportedMediaType("Expected a body of the type application/json") }
        let buffer = try await bodyWithinLimit(context)
        try MalformedJSON.check(buffer)
        do {
            return try JSONDecoder().decode(Body.self, from: Data(buffer.readableBytesView))
        } catch is DecodingError {
            throw DomainError.malformed("The body holds a value that can't be read, such as a number that is too large")
        }
    }

    /// Writes the body into a file as it comes.
    /// - Throws: ``DomainError/unsupportedMediaType(_:)``, ``DomainError/contentTooLarge(limit:)``, ``DomainError/malformed(_:)``.
    func write(into file: TemporaryFile, ofType type: String, _ context: AppRequestContext) async throws {
        guard mediaType == type else { throw DomainError.unsupportedMediaType("Expected a body of the type \(type)") }
        let limit = context.route.bodyLimit
        var count = 0
        do {
            for try await part in body {
                count += part.readableBytes
                guard count <= limit else { throw DomainError.contentTooLarge(limit: limit) }
                do { try await file.append(part) } catch { throw DomainError.noTemporaryFile }
            }
        } catch let error as DomainError {
            throw error
        } catch {
            throw DomainError.malformed("The request body broke off")
        }
    }

    /// - Throws: ``DomainError/contentTooLarge(limit:)``, ``DomainError/malformed(_:)``.
    private func bodyWithinLimit(_ context: AppRequestContext) async throws -> ByteBuffer {
        let limit = context.route.bodyLimit
        do {
            return try await body.collect(upTo: limit)
        } catch is NIOTooManyBytesError {
            throw DomainError.contentTooLarge(limit: limit)
        } catch {
            // The client went away; that is no fault of this server.
            throw DomainError.malformed("The request body broke off")
        }
    }

    private var mediaType: String? {
        headers[.contentType]?.split(separator: ";").first?.trimmingWhiteSpace().lowercased()
    }

    private var isJSON: Bool {
        guard let type = mediaType else { return false }
        return type == "application/json" || (type.hasPrefix("application/") && type.hasSuffix("+json"))
    }
}
