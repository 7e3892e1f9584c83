import Domain
import Foundation
import JWTKit

/// An OpenID provider: its metadata and keys, remembered for as long as it says they may be.
///
/// Whoever needs a document while it is being fetched waits for that one fetch.
actor OpenIDProvider {
    private typealias Keys = [String: JWTKeyCollection]

    /// An unknown `kid` makes the keys be fetched again, at most once in so many seconds: anybody can invent one.
    static let refetchInterval: TimeInterval = 30

    private let issuer: String
    private let http: OutboundHTTP
    private let clock: WallClock
    private var metadata: (value: ProviderMetadata, until: Date)?
    private var metadataFetch: Task<ProviderMetadata, any Error>?
    private var keys: (value: Keys, until: Date)?
    private var keysFetch: Task<Keys, any Error>?
    private var lastRefetch = Date.distantPast

    init(issuer: String, http: OutboundHTTP, clock: WallClock) {
        self.issuer = issuer
        self.http = http
        self.clock = clock
    }

    /// - Throws: ``DomainError/upstreamFailed(_:)``, also when the document is another issuer's, and ``DomainError/upstreamTimedOut(_:)``.
    func providerMetadata() async throws -> ProviderMetadata {
        if let metadata, metadata.until > clock.now { return metadata.value }
        let fetch = metadataFetch ?? Task { try await fetchMetadata() }
        metadataFetch = fetch
        defer { if metadataFetch == fetch { metadataFetch = nil } }
        return try await fetch.value
    }

    /// - Returns: The RSA key with that id, alone in a collection; `nil` when the provider has none.
    func key(_ id: String) async throws -> JWTKeyCollection? {
        if let keys, keys.until > clock.now {
            if let key = keys.value[id] { return key }
            if keysFetch == nil {
                guard clock.now.timeIntervalSince(lastRefetch) >= Self.refetchInterval else { return nil }
                lastRefetch = clock.now
            }
        }
        let fetch = keysFetch ?? Task { try await fetchKeys() }
        keysFetch = fetch
        defer { if keysFetch == fetch { keysFetch = nil } }
        return try await fetch.value[id]
    }

    private func fetchMetadata() async throws -> ProviderMetadata {
        let base = issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer
        let response = try await http.send(OutboundHTTP.Request(url: base + "/.well-known/openid-configuration"))
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

    private func fetchKeys() async throws -> Keys {
        let response = try await http.send(OutboundHTTP.Request(url: providerMetadata().jwksURI))
        let set = try response.decode(JSONWebKeySet.self, from: "key set")
        var value: Keys = [:]
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
