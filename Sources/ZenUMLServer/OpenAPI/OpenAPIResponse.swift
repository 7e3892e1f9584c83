/// One status that an operation may answer with.
struct OpenAPIResponse {
    let status: Int
    let description: String
    /// The schema of the body; `nil` for none.
    var schema: JSONValue?
    var mediaType = "application/json"
    /// The same content in other formats.
    var otherMediaTypes: [String] = []
    var headers: [String] = []

    static func ok(_ description: String, _ schema: String, status: Int = 200, headers: [String] = []) -> OpenAPIResponse {
        OpenAPIResponse(status: status, description: description, schema: OpenAPISchemas.reference(schema), headers: headers)
    }

    static func error(_ status: Int, _ description: String, headers: [String] = []) -> OpenAPIResponse {
        OpenAPIResponse(status: status, description: description, schema: OpenAPISchemas.reference("Error"), headers: headers)
    }

    /// What every operation may answer that asks the store or counts requests.
    static let common = [
        error(429, "Too many requests", headers: ["Retry-After", "RateLimit", "RateLimit-Policy"]),
        error(500, "An error that nobody foresaw; it names the request's id"),
        error(503, "The store is unavailable, or the server at its limit", headers: ["Retry-After"]),
    ]

    /// What every operation may answer that takes a JSON body.
    static let body = [
        error(400, "The body is not valid JSON; the answer says at which line and column"),
        error(413, "The body is too large"),
        error(415, "The body is not application/json"),
        OpenAPIResponse(
            status: 422, description: "Values of the body are not what they must be", schema: OpenAPISchemas.reference("ValidationError")),
    ]

    static let confirmation = error(403, "The person must prove once more who they are (`confirmation_required`), or may not do it")

    static let unauthenticated = error(401, "The access token is missing, wrong, expired or revoked", headers: ["WWW-Authenticate"])

    private static func header(_ name: String) -> (name: String, value: JSONValue) {
        (name, ["schema": ["type": "string"]])
    }

    var value: JSONValue {
        var members: [(name: String, value: JSONValue)] = [("description", .string(description))]
        if !headers.isEmpty {
            members.append(("headers", .object(headers.map(Self.header))))
        }
        if let schema {
            let content = ([mediaType] + otherMediaTypes).map { (name: $0, value: JSONValue.object([(name: "schema", value: schema)])) }
            members.append(("content", .object(content)))
        }
        return .object(members)
    }
}
