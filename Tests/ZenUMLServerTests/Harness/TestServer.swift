import Configuration
import Domain
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import TestSupport

@testable import ZenUMLServer

/// A server on a real socket, with a clock that the test moves.
struct TestServer: Sendable {
    static let secret = "0123456789abcdef-test-secret-0123456789abcdef"

    let client: any TestClientProtocol
    let clock: TestClock
    let store: any Store
    let log: CapturedLog
    let application: ZenUMLServer.Application
    let mail: RecordedMail?
    /// The client gives a request 15 s from when it is asked for, and has eight connections: on a busy machine the sixtieth would be too late
    /// before it was sent.
    private let connections = FairTurnstile(
        .init(places: 8, waiting: 1000, waitingPerClient: 1000, longestWait: .seconds(600)), refusal: "The test asks too much")

    /// Starts a server on an empty store, of the kind that this run of the tests is about, hands it to `body`, and stops it.
    static func with(
        settings: [String: String] = [:],
        http: OutboundHTTP = OutboundHTTP { _ in throw DomainError.upstreamFailed("No identity provider in this test") },
        limiter: (any RateLimiter)? = nil,
        mail: RecordedMail? = nil,
        wrapping wrap: (any Store) -> any Store = { $0 },
        _ body: @Sendable (TestServer) async throws -> Void
    ) async throws {
        try await StoreKind.underTest.withStore { store in
            try await on(wrap(store), settings: settings, http: http, limiter: limiter, mail: mail, body)
        }
    }

    /// Starts a server on a store that is there already.
    static func on(
        _ store: any Store,
        settings: [String: String] = [:],
        http: OutboundHTTP = OutboundHTTP { _ in throw DomainError.upstreamFailed("No identity provider in this test") },
        clock: TestClock = TestClock(),
        limiter: (any RateLimiter)? = nil,
        mail: RecordedMail? = nil,
        _ body: @Sendable (TestServer) async throws -> Void
    ) async throws {
        let log = CapturedLog()
        var parts = Parts(http: http)
        parts.clock = clock.wallClock
        parts.limiter = limiter
        parts.mail = mail
        parts.passwordCost = ScryptCost(logarithm: 4, blockSize: 1, parallelism: 1)
        let mailSettings = mail == nil ? [:] : ["SMTP_URL": "smtp://localhost", "MAIL_FROM": "ZenUML <zenuml@example.com>"]
        let parsed = try makeSettings(mailSettings.merging(settings) { _, given in given })
        let application = await ZenUMLServer.Application(
            settings: parsed,
            secrets: Secrets(current: parsed.secrets.current ?? secret, previous: parsed.secrets.previous),
            store: store,
            logger: log.logger,
            parts: parts
        )
        try await application.testable.test(.ahc(.http)) { client in
            try await body(TestServer(client: client, clock: clock, store: store, log: log, application: application, mail: mail))
        }
        try await application.close()
    }

    /// Settings with the rate limits off, unless the test sets them.
    static func makeSettings(_ values: [String: String] = [:]) throws -> Settings {
        let unlimited = [
            "RATE_LIMIT_SIGN_IN", "RATE_LIMIT_REFRESH", "RATE_LIMIT_STATUS", "RATE_LIMIT_RENDER", "RATE_LIMIT_EMBED", "RATE_LIMIT_MAIL",
            "RATE_LIMIT_DEFAULT",
        ]
        let all = Dictionary(uniqueKeysWithValues: unlimited.map { ($0, "off") }).merging(values) { _, given in given }
        return try Settings(reader: ConfigReader(provider: EnvironmentVariablesProvider(environmentVariables: all)))
    }

    func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        json: String? = nil,
        bearer: String? = nil,
        headers: [String: String] = [:]
    ) async throws -> Answer {
        var fields = HTTPFields()
        if json != nil { fields[.contentType] = "application/json" }
        if let bearer { fields[.authorization] = "Bearer \(bearer)" }
        for (name, value) in headers {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        return try await connections.pass(.account("test")) { [fields] in
            try await client.execute(uri: path, method: method, headers: fields, body: json.map { ByteBuffer(string: $0) }) {
                Answer(status: $0.status.code, headers: $0.headers, body: Array($0.body.readableBytesView))
            }
        }
    }

    func get(_ path: String, bearer: String? = nil, headers: [String: String] = [:]) async throws -> Answer {
        try await send(.get, path, bearer: bearer, headers: headers)
    }

    func post(_ path: String, _ json: String? = nil, bearer: String? = nil, headers: [String: String] = [:]) async throws -> Answer {
        try await send(.post, path, json: json, bearer: bearer, headers: headers)
    }

    /// Registers a person and returns the first pair of tokens. Where mail is sent, the one that verifies the address is out of the way.
    func register(_ name: String = "ada", headers: [String: String] = [:]) async throws -> Tokens {
        let tokens = try await post("/api/auth/register", Self.account(name), headers: headers).tokens()
        if let mail {
            try await work()
            mail.forgetAll()
        }
        return tokens
    }

    func login(_ name: String = "ada", headers: [String: String] = [:]) async throws -> Tokens {
        let body = #"{"email":"\#(name)@example.com","password":"\#(Self.password)"}"#
        return try await post("/api/auth/login", body, headers: headers).tokens()
    }

    /// Does all that is due in the queue of jobs.
    func work() async throws {
        while try await application.dependencies.worker.performNext() {}
    }

    /// Does what is due every hour.
    func keepHouse() async throws {
        await application.dependencies.housekeeping.addOnce()
        try await work()
    }

    func refresh(_ token: String) async throws -> Answer {
        try await post("/api/auth/refresh", #"{"refresh_token":"\#(token)"}"#)
    }

    static let password = "analytical engine 1843"

    static func account(_ name: String) -> String {
        #"{"email":"\#(name)@example.com","password":"\#(password)","name":"\#(name)"}"#
    }
}
