import Crypto
import Domain
import Foundation

/// The id of a new record, and what tells a repeated request from another one (draft-ietf-httpapi-idempotency-key-header-07).
///
/// With a key the id follows from it, so a repetition meets the record of the first request, whichever server it comes to, and
/// nothing has to be remembered besides the record.
struct Creation: Sendable, Equatable {
    let id: String
    /// `nil` without a key.
    let fingerprint: String?

    /// - Parameters:
    ///   - key: The header `Idempotency-Key`.
    ///   - purpose: What is created, and where.
    ///   - content: What the request asks for; another request with the same key differs in it.
    init(key: String?, ownerID: String, purpose: String, content: [String], random: RandomSource) {
        guard let key else {
            id = random.uuid()
            fingerprint = nil
            return
        }
        id = RandomSource { Array(Self.hash([ownerID, purpose, key]).prefix($0)) }.uuid()
        fingerprint = Self.hash(content).hexadecimal
    }

    /// The length first, so that no two lists read alike.
    private static func hash(_ texts: [String]) -> SHA256Digest {
        SHA256.hash(data: Data(texts.map { "\($0.utf8.count):\($0)" }.joined().utf8))
    }

    /// - Parameter stored: The fingerprint of the record that has the id.
    /// - Throws: ``DomainError/validation(_:)`` when the key was used for something else.
    func checkRepetition(of stored: String?) throws {
        guard stored != nil, stored == fingerprint else {
            throw DomainError.validation([
                FieldError(location: ["header", "Idempotency-Key"], message: "The key was used for another request", type: "idempotency_key")
            ])
        }
    }
}
