import Foundation
import NIOCore
import NIOSSL
import Synchronization
import TestSupport

@testable import RedisStore

/// A real Redis of a test's own: on a port that was free, in a folder that is removed.
final class RedisTestServer: Sendable {
    /// `nil` where it is not installed.
    static let path: String? = {
        let folders = ["/usr/bin"] + (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
        return folders.map { $0 + "/redis-server" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    let url: String
    let connector: RedisConnector
    private let options: [String]
    private let process = Mutex<TestProcess?>(nil)

    private init(url: String, connector: RedisConnector, options: [String]) {
        (self.url, self.connector, self.options) = (url, connector, options)
    }

    /// - Parameter certificate: A file of a certificate, with its key beside it (`.key`): then it speaks TLS only.
    static func with<Result>(certificate: String? = nil, _ body: (RedisTestServer) async throws -> Result) async throws -> Result {
        try await TemporaryFolder.with { folder in
            let port = try await RedisConnectionTests.freePort()
            let text = "\(certificate == nil ? "redis" : "rediss")://127.0.0.1:\(port)"
            guard let url = RedisURL(text) else { throw TestRedisCalls.WrongURL() }
            var options = ["--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder.path, "--logfile", "redis.log"]
            if let certificate {
                options += ["--port", "0", "--tls-port", "\(port)", "--tls-cert-file", certificate, "--tls-key-file", certificate + ".key"]
                options += ["--tls-auth-clients", "no"]
            } else {
                options += ["--port", "\(port)"]
            }
            let connector = RedisConnector(url: url, trustRoots: certificate.map { .file($0) } ?? .default)
            let server = RedisTestServer(url: text, connector: connector, options: options)
            return try await server.run(body)
        }
    }

    private func run<Result>(_ body: (RedisTestServer) async throws -> Result) async throws -> Result {
        try await start()
        do {
            let result = try await body(self)
            try await kill()
            return result
        } catch {
            try await kill()
            throw error
        }
    }

    func start() async throws {
        let started = try TestProcess(Self.path ?? "redis-server", options)
        process.withLock { $0 = started }
        try await Waiting.until("Redis is ready") { (try? await ask("PING")) == .simpleString("PONG") }
    }

    func kill() async throws {
        let ended = process.withLock { process in
            defer { process = nil }
            return process
        }
        ended?.signal(SIGKILL)
        try await ended?.end()
    }

    /// It takes connections still, and says nothing.
    func freeze() { process.withLock { $0 }?.signal(SIGSTOP) }
    func thaw() { process.withLock { $0 }?.signal(SIGCONT) }

    @discardableResult
    func ask(_ words: String...) async throws -> RESPValue {
        try await ask(RedisCommand(words))
    }

    func ask(_ command: RedisCommand) async throws -> RESPValue {
        let channel = try await connector.connect()
        defer { channel.close() }
        return try await channel.send(command, within: .seconds(10))
    }
}
