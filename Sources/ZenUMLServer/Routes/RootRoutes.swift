import Domain
import Hummingbird
import UML

/// What the API says of itself.
struct RootRoutes {
    private static let welcome = MessageResponse(
        fields: ["message": .text("ZenUML API"), "version": .text(Version.text), "docs": .text("/api/docs")]
    )

    private let openAPI = ByteBuffer(string: APIDescription.json)

    func add(to routes: inout RouteTable) {
        routes.get("/api") { _, _ in Response.json(Self.welcome) }
        routes.get("/api/openapi.json") { [openAPI] _, _ in Response.jsonText(.init(byteBuffer: openAPI)) }
    }
}
