import AsyncHTTPClient
import Domain
import Foundation
import NIOCore
import NIOHTTP1

/// The way to other servers.
struct OutboundHTTP: Sendable {
    /// An answer must be complete after so long.
    static let timeout = Duration.seconds(5)
    private static let bodyLimit = 1 << 20

    /// A request of this server to another.
    struct Request: Sendable, Equatable {
        enum Method: String, Sendable {
            case get = "GET"
            case post = "POST"
        }

        var method = Method.get
        let url: String
        var headers: [String: String] = ["Accept": "application/json"]
        var body = ""
    }

    /// What another server answered.
    struct Response: Sendable {
        let status: Int
        /// The value of `Cache-Control`.
        let cacheControl: String?
        let body: Data
    }

    /// - Throws: ``DomainError/upstreamTimedOut(_:)`` or ``DomainError/upstreamFailed(_:)``.
    let send: @Sendable (Request) async throws -> Response

    init(send: @escaping @Sendable (Request) async throws -> Response) {
        self.send = send
    }

    init(client: HTTPClient) {
        send = { request in
            do {
                return try await Self.inTime { try await Self.execute(request, client) }
            } catch let error as DomainError {
                throw error
            } catch let error as HTTPClientError where error == .deadlineExceeded || error == .connectTimeout || error == .readTimeout {
                throw DomainError.upstreamTimedOut("The identity provider did not answer in time")
            } catch {
                throw DomainError.upstreamFailed("The identity provider can't be reached")
            }
        }
    }

    /// The client's own deadline ends with the head of the response; a body could drip for ever.
    private static func inTime<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
        try await withThrowingTaskGroup(of: Value.self) { group in
            group.addTask(operation: work)
            group.addTask {
                try await Task.sleep(for: timeout)
                throw DomainError.upstreamTimedOut("The identity provider did not answer in time")
            }
            defer { group.cancelAll() }
            guard let value = try await group.next() else { throw CancellationError() }
            return value
        }
    }

    private static func execute(_ request: Request, _ client: HTTPClient) async throws -> Response {
        var outbound = HTTPClientRequest(url: request.url)
        outbound.method = .RAW(value: request.method.rawValue)
        for (name, value) in request.headers { outbound.headers.add(name: name, value: value) }
        if request.method == .post { outbound.body = .bytes(ByteBuffer(string: request.body)) }
        let response = try await client.execute(outbound, timeout: .seconds(5))
        let body = try await response.body.collect(upTo: bodyLimit)
        return Response(
            status: Int(response.status.code),
            cacheControl: response.headers.first(name: "Cache-Control"),
            body: Data(body.readableBytesView)
        )
    }
}
