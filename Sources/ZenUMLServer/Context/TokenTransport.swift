import Domain
import Foundation
import HTTPTypes
import Hummingbird

/// How the refresh token travels: in the body, or in a cookie that no script can read (RFC 6265bis §4.1.3.2).
enum TokenTransport {
    static let refreshCookie = "__Host-zenuml_refresh"
    static let signInCookie = "__Host-zenuml_sign_in"

    /// Whether the client asks for the cookie.
    static func isCookie(_ request: Request) -> Bool {
        request.headers[.xTokenTransport]?.lowercased() == "cookie"
    }

    static func response(_ tokens: TokenPair, to request: Request, at now: Date, status: HTTPResponse.Status = .ok) -> Response {
        let usesCookie = isCookie(request)
        var response = Response.json(
            TokenResponse(
                accessToken: tokens.accessToken,
                refreshToken: usesCookie ? nil : tokens.refreshToken,
                expiresIn: tokens.accessTokenLifetime.wholeSeconds
            ),
            status: status
        )
        if usesCookie {
            let maxAge = max(0, Int(tokens.sessionExpiresAt.timeIntervalSince(now)))
            response.setCookie(hostCookie(refreshCookie, tokens.refreshToken, maxAge: maxAge, sameSite: .strict))
        }
        return response
    }

    /// The cookie's refresh token. Browsers send cookies by themselves, so the page that made them do it must be ours.
    /// - Throws: ``DomainError/forbidden(_:)`` when it is another origin's, ``DomainError/token(_:)`` when there is no cookie.
    static func refreshToken(in request: Request, settings: Settings) throws -> String {
        try checkOrigin(of: request, settings: settings)
        guard let token = request.cookies[refreshCookie]?.value else { throw DomainError.token("Invalid or expired refresh token") }
        return token
    }

    /// - Throws: ``DomainError/forbidden(_:)`` unless the header `Origin` names this service or a listed origin.
    static func checkOrigin(of request: Request, settings: Settings) throws {
        let allowed = [settings.publicURL.text] + settings.corsOrigins.map(\.text)
        guard let origin = request.headers[.origin], allowed.contains(origin) else {
            throw DomainError.forbidden("Requests with cookies are taken from this service's own pages only")
        }
    }

    static func hostCookie(_ name: String, _ value: String, maxAge: Int, sameSite: Cookie.SameSite) -> Cookie {
        Cookie(name: name, value: value, maxAge: maxAge, path: "/", secure: true, httpOnly: true, sameSite: sameSite)
    }
}
