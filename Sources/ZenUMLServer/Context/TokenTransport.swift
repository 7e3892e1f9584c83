import Domain
import Foundation
import HTTPTypes
import Hummingbird

/// How the refresh token of a request's session travels: in the body, or in a cookie that no script can read (RFC 6265bis §4.1.3).
struct TokenTransport {
    private enum Purpose: String {
        case refresh = "zenuml_refresh"
        case signIn = "zenuml_sign_in"
    }

    private let request: Request
    private let context: AppRequestContext
    private let origin: PageOrigin

    init(_ request: Request, _ context: AppRequestContext, _ settings: Settings) {
        self.request = request
        self.context = context
        origin = PageOrigin(settings: settings)
    }

    /// Whether the client asks for the cookie.
    var isCookie: Bool { request.headers[.xTokenTransport]?.lowercased() == "cookie" }

    func response(_ tokens: TokenPair, at now: Date, status: HTTPResponse.Status = .ok) -> Response {
        var response = Response.json(
            TokenResponse(
                accessToken: tokens.accessToken,
                refreshToken: isCookie ? nil : tokens.refreshToken,
                expiresIn: tokens.accessTokenLifetime.wholeSeconds
            ),
            status: status
        )
        if isCookie {
            let maxAge = max(0, Int(tokens.sessionExpiresAt.timeIntervalSince(now)))
            response.setCookie(cookie(.refresh, tokens.refreshToken, maxAge: maxAge, sameSite: .strict))
        }
        return response
    }

    /// The cookie's refresh token. Browsers send cookies by themselves, so the page that made them do it must be ours.
    /// - Throws: ``DomainError/forbidden(_:)`` when it is another origin's, ``DomainError/token(_:)`` when there is no cookie.
    func refreshToken() throws -> String {
        guard let page = request.headers[.origin], origin.isAllowed(page, request, context) else {
            throw DomainError.forbidden("Requests with cookies are taken from this service's own pages only")
        }
        guard let token = value(.refresh) else { throw DomainError.token("Invalid or expired refresh token") }
        return token
    }

    /// The sealed sign-in under way.
    var signIn: String? { value(.signIn) }

    func setSignIn(_ sealed: String, in response: inout Response) {
        response.setCookie(cookie(.signIn, sealed, maxAge: SignInTransaction.lifetime, sameSite: .lax))
    }

    func removeSignIn(from response: inout Response) {
        response.setCookie(cookie(.signIn, "", maxAge: 0, sameSite: .lax))
    }

    func removeRefreshToken(from response: inout Response) {
        response.setCookie(cookie(.refresh, "", maxAge: 0, sameSite: .strict))
    }

    private var isSecure: Bool { origin.isSecure(request, context) }

    /// Browsers keep a cookie with this beginning only if it is secure, for this host alone, and for all paths.
    private func name(_ purpose: Purpose) -> String { (isSecure ? "__Host-" : "") + purpose.rawValue }

    private func value(_ purpose: Purpose) -> String? { request.cookies[name(purpose)]?.value }

    private func cookie(_ purpose: Purpose, _ value: String, maxAge: Int, sameSite: Cookie.SameSite) -> Cookie {
        Cookie(
            name: name(purpose), value: value, maxAge: maxAge, path: isSecure ? "/" : "/api/auth", secure: isSecure, httpOnly: true,
            sameSite: sameSite)
    }
}
