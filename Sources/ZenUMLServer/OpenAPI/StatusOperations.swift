/// Signs of life of clients.
enum StatusOperations {
    static let all = [
        OpenAPIOperation(
            method: "get", path: "/api/status", id: "listStatus", tag: "status", summary: "Status checks, newest first",
            description: "The header `Link` leads to the next page (RFC 8288).",
            parameters: [
                [
                    "name": "limit", "in": "query", "required": false,
                    "schema": [
                        "type": "integer", "minimum": .int(StatusPage.limits.lowerBound), "maximum": .int(StatusPage.limits.upperBound),
                        "default": .int(StatusPage.defaultLimit),
                    ],
                ],
                [
                    "name": "cursor", "in": "query", "required": false,
                    "schema": [
                        "type": "string",
                        "pattern": "^[0-9]{1,14}_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
                    ],
                    "description": "From the `Link` of the page before.",
                ],
            ],
            responses: [
                .ok("A page of status checks", "StatusCheckList", headers: ["Link"]),
                OpenAPIResponse(
                    status: 422, description: "`limit` or `cursor` is not what it must be", schema: OpenAPISchemas.reference("ValidationError")),
            ] + OpenAPIResponse.common
        ),
        OpenAPIOperation(
            method: "post", path: "/api/status", id: "createStatus", tag: "status", summary: "Report a sign of life",
            body: "StatusCheckCreate",
            responses: [.ok("The stored record", "StatusCheck", status: 201)] + OpenAPIResponse.body + OpenAPIResponse.common
        ),
    ]
}
