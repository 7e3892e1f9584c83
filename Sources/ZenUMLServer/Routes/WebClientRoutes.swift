import Domain
import Foundation
import HTTPTypes
import Hummingbird

/// The web client: its page at each address that a person may come to, and the files that the page needs.
struct WebClientRoutes {
    /// Scripts, styles and connections of this server only. WebAssembly is compiled by the page; pictures may come from its memory.
    private static let contentSecurityPolicy = """
        default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; font-src 'self'; img-src 'self' blob: data:; \
        connect-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'
        """

    /// The addresses of the client's own pages.
    static let pages = [
        "/login", "/auth/callback", "/s", "/reset", "/trash", "/search", "/account", "/projects/:id", "/projects/:id/diagrams/:diagram",
    ]

    private let page: WebAsset?
    private let assets: [String: WebAsset]

    /// - Parameter folder: Holds `index.html` and, in `assets/`, files whose names change with their content; `nil` without a client.
    init(folder: String?) {
        let folder = folder.map { URL(filePath: $0) }
        page = folder.flatMap { WebAsset(file: $0.appending(path: "index.html")) }
        let names = folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0.appending(path: "assets").path) } ?? []
        let files = names.compactMap { name in
            folder.flatMap { WebAsset(file: $0.appending(path: "assets/\(name)")) }.map { (name, $0) }
        }
        assets = Dictionary(firstOf: files)
    }

    func add(to routes: inout RouteTable) {
        routes.get("/", use: root)
        for path in Self.pages { routes.get(RouterPath(path), use: show) }
        routes.get("/assets/:id", use: asset)
    }

    @Sendable func root(_ request: Request, _ context: AppRequestContext) throws -> Response {
        page == nil ? .redirect(to: "/api/docs") : try show(request, context)
    }

    @Sendable func show(_ request: Request, _ context: AppRequestContext) throws -> Response {
        guard let response = page(for: request, status: .ok) else { throw DomainError.notFound("The web client is not installed") }
        return response
    }

    /// - Returns: `nil` without a client.
    func page(for request: Request, status: HTTPResponse.Status) -> Response? {
        guard let page else { return nil }
        var response = Self.response(page, to: request, cacheControl: "no-cache", status: status)
        response.headers[.contentSecurityPolicy] = Self.contentSecurityPolicy
        return response
    }

    /// The name of a file says what is in it, so it is good for ever.
    @Sendable func asset(_ request: Request, _ context: AppRequestContext) throws -> Response {
        guard let asset = assets[context.id] else { throw DomainError.notFound("Not found") }
        var response = Self.response(asset, to: request, cacheControl: "public, max-age=31536000, immutable", status: .ok)
        // The script of a worker says itself what the worker may do.
        if asset.mediaType.hasPrefix("text/javascript") { response.headers[.contentSecurityPolicy] = Self.contentSecurityPolicy }
        return response
    }

    private static func response(_ asset: WebAsset, to request: Request, cacheControl: String, status: HTTPResponse.Status) -> Response {
        var headers: HTTPFields = [.eTag: asset.tag, .cacheControl: cacheControl, .vary: "Accept-Encoding"]
        if status == .ok, EntityTag.matches(asset.tag, request) { return Response(status: .notModified, headers: headers) }
        let (coding, content) = asset.content(accepting: request.headers[.acceptEncoding])
        headers[.contentType] = asset.mediaType
        headers[.contentEncoding] = coding
        return Response(status: status, headers: headers, body: .init(byteBuffer: content))
    }
}
