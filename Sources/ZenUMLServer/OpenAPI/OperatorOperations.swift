/// For those who run the server.
enum OperatorOperations {
    static let all = [
        OpenAPIOperation(
            method: "get", path: "/health", id: "health", tag: "operations", summary: "Whether the process lives",
            responses: [.ok("It lives", "Health"), failed]
        ),
        OpenAPIOperation(
            method: "get", path: "/health/ready", id: "ready", tag: "operations", summary: "Whether the server should be sent requests",
            responses: [
                .ok("It should", "Readiness"), failed,
                OpenAPIResponse(status: 503, description: "It should not", schema: OpenAPISchemas.reference("Readiness")),
            ]
        ),
        OpenAPIOperation(
            method: "get", path: "/metrics", id: "metrics", tag: "operations", summary: "Counts and times for Prometheus",
            security: ["metrics", ""],
            responses: [
                OpenAPIResponse(status: 200, description: "Prometheus text format 0.0.4", schema: ["type": "string"], mediaType: "text/plain"),
                .error(401, "The token is missing or wrong", headers: ["WWW-Authenticate"]),
                .error(403, "Not asked from loopback, and no token is set"), failed,
            ]
        ),
        OpenAPIOperation(
            method: "get", path: "/api", id: "welcome", tag: "operations", summary: "What this is",
            responses: [.ok("Name, version and documentation", "Welcome")] + OpenAPIResponse.common
        ),
        page("/api/openapi.json", "openapi", "This document", mediaType: "application/json", schema: ["type": "object"]),
        page("/api/docs", "docs", "This document as Swagger UI"),
        page("/api/redoc", "redoc", "This document as ReDoc"),
    ]

    private static let failed = OpenAPIResponse.error(500, "An error that nobody foresaw; it names the request's id")

    private static func page(
        _ path: String, _ id: String, _ summary: String, mediaType: String = "text/html", schema: JSONValue = ["type": "string"]
    ) -> OpenAPIOperation {
        OpenAPIOperation(
            method: "get", path: path, id: id, tag: "operations", summary: summary,
            responses: [OpenAPIResponse(status: 200, description: summary, schema: schema, mediaType: mediaType)] + OpenAPIResponse.common
        )
    }
}
