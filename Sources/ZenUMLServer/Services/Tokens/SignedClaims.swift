import JWTKit

/// Claims that this server signs and checks itself. They are written in the order of their names, so that the same claims are the same token.
protocol SignedClaims: Sendable, JSONWritable {
    /// The header `typ`, so that no kind of token passes for another (RFC 8725 §3.11).
    static var headerType: String { get }
    /// The claim `type`.
    static var kind: String { get }

    var iss: String { get }
    var aud: String { get }
    var iat: Int { get }
    var exp: Int { get }
    var type: String { get }
    var notBefore: Int { get }
}

extension JWTPayload where Self: SignedClaims {
    /// Nothing: jwt-kit knows no clock. ``TokenSigner`` checks the claims.
    func verify(using algorithm: some JWTAlgorithm) async throws {}
}
