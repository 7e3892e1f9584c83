import Foundation

/// How to sign people in with Google, or with another OpenID Connect issuer in its place.
struct GoogleSettings: Sendable {
    let clientID: String
    let clientSecret: String
    let redirectURI: String
    let issuer: String

    /// `nil` when Google sign-in is off.
    /// - Throws: ``SettingsError`` when only half of what it needs is set.
    init?(reader: SettingsReader, publicURL: WebOrigin) throws {
        let clientID = reader.text(.googleClientID)
        let clientSecret = reader.text(.googleClientSecret)
        guard clientID != nil || clientSecret != nil else { return nil }
        guard let clientID else { throw SettingsError(.googleClientID, "is missing; GOOGLE_CLIENT_SECRET is set and expects it") }
        guard let clientSecret else { throw SettingsError(.googleClientSecret, "is missing; GOOGLE_CLIENT_ID is set and expects it") }
        self.clientID = clientID
        self.clientSecret = clientSecret
        redirectURI =
            try reader.optional(.googleRedirectURI, expected: "an absolute http:// or https:// address without a fragment") {
                Self.isWebAddress($0) ? $0 : nil
            } ?? publicURL.text + "/auth/callback"
        issuer = try reader.value(.googleIssuer, expected: "an https:// address (http:// on loopback) without query and fragment") {
            Self.isIssuer($0) ? $0 : nil
        }
    }

    private static func isWebAddress(_ text: String) -> Bool {
        guard let components = URLComponents(string: text) else { return false }
        return ["http", "https"].contains(components.scheme) && components.host?.isEmpty == false && components.fragment == nil
    }

    /// OpenID Connect Discovery 1.0 §3 asks for https; loopback is for tests and trials.
    private static func isIssuer(_ text: String) -> Bool {
        guard let components = URLComponents(string: text), let host = components.host, components.query == nil, isWebAddress(text)
        else { return false }
        return components.scheme == "https" || ["localhost", "127.0.0.1", "[::1]", "::1"].contains(host)
    }
}
