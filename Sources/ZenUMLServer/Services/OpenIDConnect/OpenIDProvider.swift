import Domain
import Foundation
import JWTKit

/// An OpenID provider: its metadata and keys, remembered for as long as it says they may be.
actor OpenIDProvider {
    /// An unknown `kid` makes the keys be fetched again, at most once in so many seconds: anybody can invent one.
    static let refetchInterval: TimeInterval = 30

    private let issuer: String
    private let http: OutboundHTTP
    private let clock: WallClock
    private var metadata: (value: ProviderMetadata, until: Date)?
    private var keys: (value: [String: JWTKeyCollection], until: Date)?
    private var lastRefetch = Date.distantPast

    init(issuer: String, http: OutboundHTTP, clock: WallClock) {
        self.issuer = issuer
        self.http = http
        self.clock = clock
    }

    /// - Throws: ``DomainError/upstreamFailed(_:)``, also when the document is another issuer's, and ``DomainError/upstreamTimedOut(_:)``.
    func providerMetadata() async throws -> ProviderMetadata {
        if let metadata, metadata.until > clock.now { return metadata.value }
        let base = issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer
        let response = try await http.send(OutboundRequest(url: base + "/.well-known/openid-configuration"))
        let value = try response.decode(ProviderMetadata.self, from: "metadata")
        guard value.issuer == issuer else {
            throw DomainError.upstreamFailed("The identity provider's metadata names another issuer")
        }
        let endpoints = [value.authorizationEndpoint, value.tokenEndpoint, value.jwksURI] + (value.userinfoEndpoint.map { [$0] } ?? [])
        guard !issuer.hasPrefix("https:") || endpoints.allSatisfy({ $0.hasPrefix("https:") }) else {
            throw DomainError.upstreamFailed("The identity provider's metadata names an endpoint without TLS")
        }
        metadata = (value, clock.now + response.maxAge)
        return value
    }

    /// - Returns: The RSA key with that id, alone in a collection; `nil` when the provider has none.
    func key(_ id: String) async throws -> JWTKeyCollection? {
        if let keys, keys.until > clock.now {
            if let key = keys.value[id] { return key }
            guard clock.now.timeIntervalSince(lastRefetch) >= Self.refetchInterval else { return nil }
            lastRefetch = clock.now
        }
        return try await fetchKeys()[id]
    }

    private func fetchKeys() async throws -> [String: JWTKeyCollection] {
        let response = try await http.send(OutboundRequest(url: providerMetadata().jwksURI))
        let set = try response.decode(JSONWebKeySet.self, from: "key set")
        var value: [String: JWTKeyCollection] = [:]
        for key in set.keys {
            guard key.kty == "RSA", key.use ?? "sig" == "sig", key.alg ?? "RS256" == "RS256", let id = key.kid, let n = key.n, let e = key.e,
                let rsa = try? Insecure.RSA.PublicKey(modulus: n, exponent: e)
            else { continue }
            value[id] = await JWTKeyCollection().add(rsa: rsa, digestAlgorithm: .sha256, kid: JWKIdentifier(string: id))
        }
        keys = (value, clock.now + response.maxAge)
        return value
    }
}
