import Domain
import Foundation
import JWTKit

/// Signing in with Google, or any other OpenID provider: the authorization code flow with PKCE (RFC 6749 §4.1, RFC 7636).
struct GoogleSignIn: Sendable {
    private let settings: GoogleSettings
    private let provider: OpenIDProvider
    private let exchange: AuthorizationCodeExchange
    private let verifier: IDTokenVerifier
    private let seal: SignInTransactionSeal
    private let completed: any SignInRepository
    private let clock: WallClock
    private let random: RandomSource

    init(
        settings: GoogleSettings,
        seal: SignInTransactionSeal,
        completed: any SignInRepository,
        http: OutboundHTTP,
        clock: WallClock,
        random: RandomSource
    ) {
        self.settings = settings
        self.seal = seal
        self.completed = completed
        self.clock = clock
        self.random = random
        provider = OpenIDProvider(issuer: settings.issuer, http: http, clock: clock)
        exchange = AuthorizationCodeExchange(settings: settings, provider: provider, http: http)
        verifier = IDTokenVerifier(issuer: settings.issuer, clientID: settings.clientID, provider: provider, clock: clock)
    }

    /// - Returns: Where to send the browser, and what its cookie must hold when it comes back.
    func start() async throws -> (url: String, cookie: String) {
        let metadata = try await provider.providerMetadata()
        let transaction = SignInTransaction(
            state: random.bytes(32).base64URL,
            nonce: random.bytes(32).base64URL,
            codeVerifier: random.bytes(32).base64URL,
            expiresAt: clock.now + TimeInterval(SignInTransaction.lifetime)
        )
        let query = FormEncoding.encode([
            ("response_type", "code"),
            ("client_id", settings.clientID),
            ("redirect_uri", settings.redirectURI),
            ("scope", "openid email profile"),
            ("state", transaction.state),
            ("nonce", transaction.nonce),
            ("code_challenge", transaction.codeChallenge),
            ("code_challenge_method", "S256"),
        ])
        let separator = metadata.authorizationEndpoint.contains("?") ? "&" : "?"
        return (metadata.authorizationEndpoint + separator + query, try seal.seal(transaction))
    }

    /// - Parameter cookie: What ``start()`` gave to the browser.
    /// - Throws: ``DomainError/authentication(_:)`` when state, cookie, code, token or address is not good; provider errors.
    func complete(_ request: GoogleAuthCallbackRequest, cookie: String?) async throws -> IdentityProfile {
        guard let transaction = cookie.flatMap(seal.open), transaction.expiresAt > clock.now,
            constantTimeEqual(transaction.state.utf8, request.state.utf8),
            try await completed.consume(id: transaction.id, expiresAt: transaction.expiresAt)
        else {
            throw DomainError.authentication("This sign-in has expired or was not started in this browser; please start again")
        }
        let tokens = try await exchange.redeem(request.code, codeVerifier: transaction.codeVerifier)
        let claims = try await verifier.verify(tokens.idToken, nonce: transaction.nonce)
        let person = try await exchange.describe(claims, accessToken: tokens.accessToken)
        guard person.emailVerified?.value == true, let address = person.email, let email = try? TextRules.email(address) else {
            throw DomainError.authentication("The identity provider has not verified your e-mail address")
        }
        return IdentityProfile(
            identity: Identity(issuer: settings.issuer, subject: claims.sub),
            email: email,
            ownsEmail: Self.ownsEmail(email, issuer: claims.iss, domain: claims.hd),
            name: Self.displayName(person.name, email: email),
            picture: person.picture.flatMap(Self.webAddress)
        )
    }

    /// Google speaks for its own addresses and for those of domains that it runs; other addresses it asked about once
    /// (developers.google.com/identity/gsi/web/guides/verify-google-id-token). Another provider is the operator's choice.
    static func ownsEmail(_ email: String, issuer: String, domain: String?) -> Bool {
        issuer != "https://accounts.google.com" || domain != nil || email.hasSuffix("@gmail.com")
    }

    private static func displayName(_ name: String?, email: String) -> String {
        let trimmed = (name ?? "").replacing("\0", with: "").trimmingWhiteSpace()
        guard !trimmed.isEmpty else { return String(email.prefix { $0 != "@" }) }
        return String(String.UnicodeScalarView(trimmed.unicodeScalars.prefix(TextRules.nameLength.upperBound)))
    }

    /// A picture is shown to the person: only an address that a browser may load safely is kept.
    private static func webAddress(_ text: String) -> String? {
        text.hasPrefix("https://") && text.utf8.count <= 2048 && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } ? text : nil
    }
}
