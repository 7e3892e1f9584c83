import Domain
import Foundation
import Hummingbird
import NIOCore
import Pictures
import UML

/// For those who have got a link. Its token comes in a body: addresses are kept in logs. That of a picture is made for being public.
struct LinkRoutes {
    let dependencies: Dependencies

    func add(to routes: inout RouteTable) {
        routes.post("/api/links/open", use: open)
        routes.post("/api/links/accept", use: accept)
        routes.get("/e/:id", use: frame)
        routes.get("/e/{id}.svg") { try await picture($0, $1, .svg) }
        routes.get("/e/{id}.png") { try await picture($0, $1, .png) }
    }

    @Sendable func open(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let body = try await request.json(LinkToken.self, context)
        return .json(try await dependencies.links.open(body.token, diagramID: body.diagramID))
    }

    @Sendable func accept(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let userID = try await dependencies.currentUser(of: request, context).user.id
        let body = try await request.json(LinkToken.self, context)
        return .json(try await dependencies.links.accept(body.token, userID: userID))
    }

    @Sendable func frame(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        let pictured = try await pictured(context)
        let headers: HTTPFields = [
            .contentType: "text/html; charset=utf-8", .contentSecurityPolicy: PictureFrame.contentSecurityPolicy, .cacheControl: "no-cache",
        ]
        let page = PictureFrame.page(token: context.id, name: pictured.name)
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(string: page)))
    }

    /// Proxies of pictures ask for a newer one only if there is a strong tag and they must ask (github/markup #224).
    @Sendable private func picture(_ request: Request, _ context: AppRequestContext, _ format: PictureFormat) async throws -> Response {
        let style = try PictureStyle(query: request.uri.queryParameters)
        let pictured = try await pictured(context)
        let known = Self.tag(pictured.revision, style)
        if EntityTag.matches(known, request) { return Response(status: .notModified, headers: Self.headers(known)) }
        let diagram = try await dependencies.links.drawn(pictured)
        var headers = Self.headers(Self.tag(diagram.revision, style))
        let picture = try await context.whileClientWaits {
            try await dependencies.pictures.draw(diagram, as: format, style, for: context.client) {
                guard format == .png, let address = context.clientAddress else { return }
                try await dependencies.rateLimiting.take(.render, .address(address.network))
            }
        }
        for field in PictureRoutes.headers(of: picture, named: diagram.name) { headers.append(field) }
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: picture.bytes)))
    }

    /// Each picture has a limit of its own, for each address: nobody shuts it for others. Who tries tokens is counted by address.
    private func pictured(_ context: AppRequestContext) async throws -> DiagramSummary {
        let (links, rateLimiting) = (dependencies.links, dependencies.rateLimiting)
        guard let address = context.clientAddress?.network else { return try await links.pictured(context.id) }
        try await rateLimiting.take(.embed, .account("\(address) \(OpaqueToken.hash(context.id))"))
        if !links.remembers(context.id) { try await rateLimiting.take(.default, .address(address)) }
        return try await links.pictured(context.id)
    }

    private static func tag(_ revision: Int, _ style: PictureStyle) -> String {
        "\"r\(revision)-\(style.tag)-\(Version.text)\""
    }

    private static func headers(_ tag: String) -> HTTPFields {
        [.eTag: tag, .cacheControl: "no-cache", .crossOriginResourcePolicy: "cross-origin"]
    }
}
