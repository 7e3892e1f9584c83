import Foundation
import TestSupport
import Testing

@testable import ZenUMLServer

@Suite("Settings")
struct SettingsTests {
    private static let production = [
        "ENVIRONMENT": "production", "PUBLIC_URL": "https://uml.example.com", "JWT_SECRET_KEY": TestServer.secret,
    ]

    @Test func nothingNeedsToBeSet() throws {
        let settings = try TestServer.makeSettings(Dictionary(uniqueKeysWithValues: [("HOST", "")]))
        #expect(settings.host == "127.0.0.1")
        #expect(settings.port == 8000)
        #expect(settings.database == .sqlite(path: "data/zenuml.sqlite"))
        #expect(settings.publicURL.text == "http://localhost:8000")
        #expect(settings.accessTokenTTL == .seconds(1800))
        #expect(settings.refreshTokenTTL == .seconds(7 * 86_400))
        #expect(settings.google == nil)
    }

    @Test func everyDefaultIsValid() throws {
        let defaults = Setting.allCases.compactMap { setting in setting.defaultValue.map { (setting.name, $0) } }
        _ = try TestServer.makeSettings(Dictionary(uniqueKeysWithValues: defaults))
    }

    @Test(arguments: [
        ("PORT", "http"), ("PORT", "65536"), ("DATABASE_URL", "postgres://x"), ("DATABASE_URL", "sqlite:"), ("ENVIRONMENT", "staging"),
        ("LOG_LEVEL", "loud"), ("LOG_FORMAT", "xml"), ("PUBLIC_URL", "uml.example.com"), ("PUBLIC_URL", "https://x/path"),
        ("ACCESS_TOKEN_TTL", "30"), ("ACCESS_TOKEN_TTL", "0s"), ("REFRESH_TOKEN_TTL", "7w"), ("REFRESH_TOKEN_TTL", "366d"),
        ("SESSION_IDLE_TTL", "29m"),
        ("RATE_LIMIT_SIGN_IN", "5"), ("RATE_LIMIT_SIGN_IN", "0/min"), ("RATE_LIMIT_DEFAULT", "5/day"), ("REGISTRATION", "maybe"),
        ("CORS_ORIGINS", "https://a.example, b"), ("CORS_ORIGINS", "*"), ("TRUSTED_PROXIES", "10.0.0.0/99"), ("JWT_SECRET_KEY", "tiny-key"),
        ("JWT_SECRET_KEY", "0123456789abcdefghijklmnopqrstu"), ("JWT_PREVIOUS_SECRET_KEYS", "0123456789abcdefghijklmnopqrstu"),
        ("JWT_SECRET_KEY", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"), ("JWT_PREVIOUS_SECRET_KEYS", "tiny-key,tiny-key"),
        ("STORAGE_LIMIT", "1"), ("STORAGE_LIMIT", "0GB"), ("STORAGE_LIMIT", "1.5GB"), ("STORAGE_LIMIT", "1000001GB"), ("STORAGE_LIMIT", "9TB"),
    ])
    func aWrongValueIsNamedWithWhatIsExpected(_ name: String, _ value: String) throws {
        let error = try #require(throws: SettingsError.self) { try TestServer.makeSettings([name: value]) }
        #expect(error.setting.name == name)
        #expect(error.description.contains("expected"))
        #expect(!error.description.contains("\n"))
        if name.contains("SECRET") { #expect(!error.description.contains(value)) }
    }

    /// RFC 7518 §3.2, OWASP JWT cheat sheet
    @Test(arguments: ["JWT_SECRET_KEY", "PUBLIC_URL"])
    func productionInsists(_ name: String) throws {
        _ = try TestServer.makeSettings(Self.production)
        var values = Self.production
        values[name] = nil
        let error = try #require(throws: SettingsError.self) { try TestServer.makeSettings(values) }
        #expect(error.setting.name == name)
        #expect(error.description.contains("missing"))
    }

    /// With a key of its own each server would count alone, and nobody would know.
    @Test func whoSharesARedisSharesTheKey() throws {
        let url = "redis://:secret@redis.example.com"
        let error = try #require(throws: SettingsError.self) { try TestServer.makeSettings(["REDIS_URL": url]) }
        #expect(error.setting == .jwtSecretKey)
        #expect(!error.description.contains("secret@"))
        let key = try #require(Self.production["JWT_SECRET_KEY"])
        #expect(try TestServer.makeSettings(["REDIS_URL": url, "JWT_SECRET_KEY": key]).redisURL == url)
    }

    @Test func productionWantsTLS() throws {
        let values = Self.production.merging(["PUBLIC_URL": "http://uml.example.com"]) { $1 }
        let error = try #require(throws: SettingsError.self) { try TestServer.makeSettings(values) }
        #expect(error.setting == .publicURL)
    }

    @Test func halfOfGoogleIsRefused() throws {
        let error = try #require(throws: SettingsError.self) { try TestServer.makeSettings(["GOOGLE_CLIENT_ID": "x"]) }
        #expect(error.setting == .googleClientSecret)
        let both = try TestServer.makeSettings(["GOOGLE_CLIENT_ID": "x", "GOOGLE_CLIENT_SECRET": "y"])
        #expect(both.google?.redirectURI == "http://localhost:8000/auth/callback")
        #expect(both.google?.issuer == "https://accounts.google.com")
    }

    /// OpenID Connect Discovery 1.0 §3
    @Test(arguments: [
        ("http://issuer.example", false), ("https://issuer.example", true), ("http://127.0.0.1:9000", true), ("ftp://localhost", false),
    ])
    func issuersUseTLSButOnLoopback(_ issuer: String, _ isValid: Bool) throws {
        let values = ["GOOGLE_CLIENT_ID": "x", "GOOGLE_CLIENT_SECRET": "y", "GOOGLE_ISSUER": issuer]
        let settings = try? TestServer.makeSettings(values)
        #expect((settings != nil) == isValid)
    }

    @Test func secretsAreNeverPrinted() throws {
        let settings = try TestServer.makeSettings(["JWT_SECRET_KEY": TestServer.secret])
        #expect(!"\(settings.secrets)".contains(TestServer.secret))
        #expect(!String(reflecting: Secrets(current: TestServer.secret)).contains(TestServer.secret))
    }

    @Test func theFirstRunMakesAKeyThatOnlyItsOwnerReads() async throws {
        try await TemporaryFolder.with { folder in
            let settings = try TestServer.makeSettings().secrets
            let file = folder.appending(path: "jwt_secret_key")
            let first = try Secrets(settings, keptAt: file)
            #expect(first.current.utf8.count >= 32)
            #expect(try Secrets(settings, keptAt: file).current == first.current)
            let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
            #expect(throws: SettingsError.self) { try Secrets(settings, keptAt: file) }
        }
    }

    @Test func theReadmeHasTheTable() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
        for line in Setting.table.split(separator: "\n") { #expect(readme.contains(line), "README.md lacks: \(line)") }
    }
}
