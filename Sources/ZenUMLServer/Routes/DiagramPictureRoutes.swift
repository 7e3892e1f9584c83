import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import Pictures
import UML

/// Pictures of stored diagrams, drawn by the engine.
struct DiagramPictureRoutes {
    let dependencies: Dependencies

    func add(to routes: inout RouteTable) {
        routes.get("/api/diagrams/{id}.svg") { try await picture($0, $1, .svg) }
        routes.get("/api/diagrams/{id}.png") { try await picture($0, $1, .png) }
        routes.get("/api/diagrams/{id}.pdf") { try await picture($0, $1, .pdf) }
    }

    @Sendable private func picture(_ request: Request, _ context: AppRequestContext, _ format: PictureFormat) async throws -> Response {
        let userID = try await dependencies.currentUser(of: request, context).user.id
        let style = try PictureStyle(query: request.uri.queryParameters)
        let diagram = try await dependencies.diagrams.find(context.id, userID: userID).diagram
        return try await Self.response(diagram, as: format, style, to: request, context, dependencies.pictures)
    }

    /// The picture of a diagram as it is or was; 304 for those who have it.
    static func response(
        _ diagram: Domain.Diagram, as format: PictureFormat, _ style: PictureStyle, to request: Request, _ context: AppRequestContext,
        _ pictures: PictureService
    ) async throws -> Response {
        let tag = "\"\(diagram.revision)-\(style.tag)-\(Version.text)\""
        if EntityTag.matches(tag, request) { return EntityTag.notModified(tag) }
        let picture = try await context.whileClientWaits {
            try await pictures.draw(diagram, as: format, style, for: context.client)
        }
        var headers = PictureRoutes.headers(of: picture, named: diagram.name)
        headers[.eTag] = tag
        headers[.cacheControl] = "private, no-cache"
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: picture.bytes)))
    }
}
