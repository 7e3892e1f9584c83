import Domain
import Foundation

extension OutboundHTTP.Response {
    /// - Throws: ``DomainError/upstreamFailed(_:)`` unless the status is 200 and the body is such a value.
    func decode<Value: Decodable>(_: Value.Type, from document: String) throws -> Value {
        guard status == 200 else {
            throw DomainError.upstreamFailed("The identity provider answered \(status) when asked for its \(document)")
        }
        do {
            return try JSONDecoder().decode(Value.self, from: body)
        } catch {
            throw DomainError.upstreamFailed("The identity provider's \(document) is not understood")
        }
    }

    /// How long the response may be kept, in seconds: `max-age` within reason (RFC 9111 §5.2.2.1).
    var maxAge: TimeInterval {
        guard let match = cacheControl?.firstMatch(of: /max-age=(\d{1,9})/), let seconds = TimeInterval(match.1) else { return 3600 }
        return min(max(seconds, 60), 86_400)
    }
}
