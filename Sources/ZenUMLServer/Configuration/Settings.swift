public import Configuration
import Foundation
public import Logging

/// The settings of a server, checked.
public struct Settings: Sendable {
    public enum Environment: String, Sendable {
        case development, production
    }

    public enum LogFormat: String, Sendable {
        case text, json
    }

    enum Registration: String, Sendable {
        case open, closed
    }

    public let host: String
    public let port: Int
    public let database: DatabaseURL
    /// As it is written: it holds a password, perhaps.
    public let redisURL: String?
    public let environment: Environment
    public let logLevel: Logger.Level
    public let logFormat: LogFormat
    let publicURL: WebOrigin
    public let secrets: SecretSettings
    let accessTokenTTL: Duration
    let refreshTokenTTL: Duration
    let sessionIdleTTL: Duration
    let google: GoogleSettings?
    let registration: Registration
    let allowedDomains: [String]
    let requiresSecondFactor: Bool
    let mail: MailSettings?
    let workers: Int
    let corsOrigins: [WebOrigin]
    let trustedProxies: [AddressRange]
    let metricsToken: String?
    let rateLimits: RateLimits
    let diagramLimit: Int
    let storageLimit: ByteCount?
    public let drainDelay: Duration
    let apiDocsAssets: String?
    let webAssets: String?

    /// - Throws: ``SettingsError`` for the first setting that is missing or wrong.
    public init(reader: ConfigReader) throws {
        let reader = SettingsReader(reader)
        host = try reader.value(.host, expected: "an address") { $0 }
        port = try reader.value(.port, expected: "a number from 0 to 65535") { Int($0).flatMap { (0...65535).contains($0) ? $0 : nil } }
        database = try reader.value(.databaseURL, expected: DatabaseURL.expected, parse: DatabaseURL.init)
        redisURL = reader.text(.redisURL)
        environment = try reader.value(.environment, expected: "development or production", parse: Environment.init(rawValue:))
        logLevel = try reader.value(.logLevel, expected: "one of \(Logger.Level.names)", parse: { Logger.Level(rawValue: $0) })
        logFormat =
            try reader.optional(.logFormat, expected: "text or json", parse: LogFormat.init(rawValue:))
            ?? (environment == .production ? .json : .text)
        publicURL = try Self.publicURL(reader, environment: environment, port: port)
        secrets = try SecretSettings(reader: reader, environment: environment)
        guard redisURL == nil || secrets.isGiven else {
            throw SettingsError(.jwtSecretKey, "is missing; expected with REDIS_URL, since servers that share a Redis share their key")
        }
        accessTokenTTL = try reader.value(.accessTokenTTL, expected: Duration.expected, parse: Duration.init(setting:))
        refreshTokenTTL = try reader.value(.refreshTokenTTL, expected: Duration.expected, parse: Duration.init(setting:))
        sessionIdleTTL = try reader.value(.sessionIdleTTL, expected: Duration.expected, parse: Duration.init(setting:))
        guard sessionIdleTTL >= accessTokenTTL else {
            throw SettingsError(.sessionIdleTTL, "is shorter than ACCESS_TOKEN_TTL; expected at least \(accessTokenTTL.wholeSeconds)s")
        }
        google = try GoogleSettings(reader: reader, publicURL: publicURL)
        registration = try reader.value(.registration, expected: "open or closed", parse: Registration.init(rawValue:))
        allowedDomains = try reader.list(.allowedDomains, expected: "domains such as example.com", parse: Self.domain)
        requiresSecondFactor = try reader.value(.requireSecondFactor, expected: "yes or no") { ["yes": true, "no": false][$0] }
        mail = try MailSettings(reader: reader)
        workers = try reader.value(.workers, expected: "a whole number from 0 to 64") { Int($0).flatMap { (0...64).contains($0) ? $0 : nil } }
        corsOrigins = try reader.list(.corsOrigins, expected: WebOrigin.expected, parse: WebOrigin.init)
        trustedProxies = try reader.list(.trustedProxies, expected: AddressRange.expected, parse: AddressRange.init)
        metricsToken = reader.text(.metricsToken)
        rateLimits = try RateLimits(reader: reader)
        diagramLimit = try reader.value(.diagramLimit, expected: "a whole number from 1") { Int($0).flatMap { $0 > 0 ? $0 : nil } }
        storageLimit = try reader.value(.storageLimit, expected: ByteCount.expected) { text -> ByteCount?? in
            text == "off" ? .some(nil) : ByteCount(setting: text).map { .some($0) }
        }
        drainDelay = try reader.value(.drainDelay, expected: "a duration such as 0s or 5s") { $0 == "0s" ? Duration.zero : Duration(setting: $0) }
        apiDocsAssets = reader.text(.apiDocsAssets)
        webAssets = reader.text(.webAssets)
    }

    /// - Throws: ``SettingsError`` for a folder that does not hold what it is to be served for.
    public func checkFolders() throws {
        for (setting, folder, file) in [
            (Setting.webAssets, webAssets, "index.html"), (.apiDocsAssets, apiDocsAssets, "swagger-ui-dist/swagger-ui-bundle.js"),
        ] {
            guard let folder, !FileManager.default.isReadableFile(atPath: "\(folder)/\(file)") else { continue }
            throw SettingsError(setting, "there is no \(file) in \(folder); expected a folder with it, as make builds one")
        }
    }

    /// - Throws: ``SettingsError`` when nothing would be done without a server.
    public func requireWorkers() throws {
        guard workers > 0 else { throw SettingsError(.workers, "is 0; expected at least 1 where jobs are to be done") }
    }

    public var sendsMail: Bool { mail != nil }

    /// In lower case.
    private static func domain(_ text: String) -> String? {
        text.wholeMatch(of: /[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+/) == nil ? nil : text.lowercased()
    }

    /// The address that people type, as it is set.
    public var publicAddress: String { publicURL.text }

    /// What a person opens: the address that people type, or where there is none, that of this machine.
    /// - Parameter port: At which the server listens.
    public func address(port: Int) -> String {
        publicURL.isLoopback ? "http://localhost:\(port)" : publicURL.text
    }

    private static func publicURL(_ reader: SettingsReader, environment: Environment, port: Int) throws -> WebOrigin {
        if let url = try reader.optional(.publicURL, expected: WebOrigin.expected, parse: WebOrigin.init) {
            guard environment == .development || url.isSecure || url.isLoopback else {
                throw SettingsError(.publicURL, "\(url.text) is not safe in production; expected an https:// address")
            }
            return url
        }
        guard environment == .development, let url = WebOrigin("http://localhost:\(port)") else {
            throw SettingsError(.publicURL, "is missing; expected the address that people type, such as https://uml.example.com")
        }
        return url
    }
}
