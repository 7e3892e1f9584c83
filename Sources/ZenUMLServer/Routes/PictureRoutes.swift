import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Pictures

/// Draws and checks diagrams that nobody stores.
struct PictureRoutes {
    /// An SVG that is opened by itself may do nothing, whatever it holds.
    private static let sandbox = "default-src 'none'; sandbox"

    let pictures: PictureService

    func add(to routes: inout RouteTable) {
        routes.post("/api/render", use: render)
        routes.post("/api/check", use: check)
    }

    @Sendable func render(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let body = try await request.json(RenderRequest.self, context)
        let picture = try await context.whileClientWaits { try await pictures.render(body, for: context.client) }
        return Response(status: .ok, headers: Self.headers(of: picture, named: "diagram"), body: .init(byteBuffer: ByteBuffer(bytes: picture.bytes)))
    }

    /// - Parameter name: Of the file, if somebody saves the picture (RFC 6266 §4.3, RFC 8187).
    static func headers(of picture: Picture, named name: String) -> HTTPFields {
        let encoded = name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "diagram"
        let end = picture.format.rawValue
        return [
            .contentType: picture.format.mediaType, .contentSecurityPolicy: sandbox,
            .contentDisposition: "inline; filename=\"diagram.\(end)\"; filename*=UTF-8''\(encoded).\(end)",
        ]
    }

    @Sendable func check(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let body = try await request.json(CheckRequest.self, context)
        let diagnostics = try await context.whileClientWaits { try await pictures.check(body, for: context.client) }
        return .jsonText(.init(byteBuffer: ByteBuffer(bytes: Array("{\"diagnostics\":".utf8) + diagnostics + Array("}".utf8))))
    }
}
