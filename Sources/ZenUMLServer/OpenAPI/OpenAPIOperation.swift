/// One method of one path, with everything it may answer.
struct OpenAPIOperation {
    let method: String
    let path: String
    let id: String
    let tag: String
    let summary: String
    var description: String?
    /// The ways of authentication, any of which will do; an empty name stands for none at all.
    var security: [String] = []
    var parameters: [JSONValue] = []
    /// Name of the body's schema.
    var body: String?
    /// The type of a body that is no JSON.
    var bodyMediaType: String?
    var isBodyRequired = true
    let responses: [OpenAPIResponse]

    /// What all that is asked with an access token may answer, but for what is needed to set a second factor up.
    private var secondFactorMissing: [OpenAPIResponse] {
        guard security.contains("bearer"), !path.hasPrefix("/api/auth/"), !responses.contains(where: { $0.status == 403 }) else { return [] }
        return [.error(403, "The server asks everybody for a second factor, and the person has none")]
    }

    var value: JSONValue {
        var members: [(name: String, value: JSONValue)] = [
            ("operationId", .string(id)), ("tags", [.string(tag)]), ("summary", .string(summary)),
        ]
        if let description { members.append(("description", .string(description))) }
        if !security.isEmpty { members.append(("security", .array(security.map { .object($0.isEmpty ? [] : [(name: $0, value: .array([]))]) }))) }
        if !parameters.isEmpty { members.append(("parameters", .array(parameters))) }
        if let body {
            let content: JSONValue = ["application/json": ["schema": OpenAPISchemas.reference(body)]]
            members.append(("requestBody", ["required": .bool(isBodyRequired), "content": content]))
        }
        if let bodyMediaType {
            let content: JSONValue = .object([(bodyMediaType, JSONValue.object([("schema", ["type": "string", "format": "binary"])]))])
            members.append(("requestBody", ["required": true, "content": content]))
        }
        members.append(("responses", .object((responses + secondFactorMissing).map { (String($0.status), $0.value) })))
        return .object(members)
    }
}
