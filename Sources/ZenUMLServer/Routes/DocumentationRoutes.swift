import Domain
import Foundation
import HTTPTypes
import Hummingbird

/// Swagger UI and ReDoc on the API's own description. Their files come from an installed package, never from another host.
struct DocumentationRoutes {
    /// Both set styles from scripts, and ReDoc searches in a worker.
    private static let contentSecurityPolicy = """
        default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; worker-src 'self' blob:; object-src 'none'; \
        base-uri 'none'; form-action 'none'; frame-ancestors 'none'
        """

    private let assets: [String: DocumentationAsset]

    /// - Parameter folder: Holds `swagger-ui-dist/` and `redoc/`; `nil` when neither is installed.
    init(folder: String?) {
        assets = folder.map(DocumentationAsset.load) ?? [:]
    }

    func add(to routes: inout RouteTable) {
        routes.get("/api/docs") { _, _ in page(DocumentationPages.swaggerUI, needs: "swagger-ui-bundle.js") }
        routes.get("/api/redoc") { _, _ in page(DocumentationPages.redoc, needs: "redoc.standalone.js") }
        routes.get("/api/docs/assets/:name", use: asset)
    }

    @Sendable func asset(_ request: Request, _ context: AppRequestContext) throws -> Response {
        guard let asset = context.parameters.get("name").flatMap({ assets[$0] }) else { throw DomainError.notFound("Not found") }
        return Response(
            status: .ok,
            headers: [.contentType: asset.mediaType, .cacheControl: "public, max-age=3600"],
            body: .init(byteBuffer: asset.content)
        )
    }

    private func page(_ html: String, needs asset: String) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: "text/html; charset=utf-8", .contentSecurityPolicy: Self.contentSecurityPolicy],
            body: .init(byteBuffer: ByteBuffer(string: assets[asset] == nil ? DocumentationPages.notInstalled : html))
        )
    }
}
