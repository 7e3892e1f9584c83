import Domain
import UML

/// Parameters that several operations share.
enum OpenAPIParameters {
    static let id = path("id")
    static func path(_ name: String, _ schema: JSONValue = ["type": "string", "minLength": 1]) -> JSONValue {
        ["name": .string(name), "in": "path", "required": true, "schema": schema]
    }

    static let idempotencyKey: JSONValue = [
        "name": "Idempotency-Key", "in": "header", "required": false,
        "schema": ["type": "string", "minLength": 1, "maxLength": .int(IdempotencyKey.longest)],
        "description": "A request that is repeated with the same key creates nothing more.",
    ]
    static let ifMatch: JSONValue = [
        "name": "If-Match", "in": "header", "required": true, "schema": ["type": "string", "pattern": #"^(\*|"[0-9]{1,15}(-[a-z]+)?")$"#],
        "description": "The ETag of the diagram that the change was made from.",
    ]
    static let ifNoneMatch: JSONValue = [
        "name": "If-None-Match", "in": "header", "required": false, "schema": ["type": "string"],
        "description": "ETags of what the client has; 304 when it is one of them.",
    ]
    static let list: [JSONValue] = [
        [
            "name": "limit", "in": "query", "required": false,
            "schema": [
                "type": "integer", "minimum": .int(ListRequest.limits.lowerBound), "maximum": .int(ListRequest.limits.upperBound),
                "default": .int(ListRequest.defaultLimit),
            ],
        ],
        [
            "name": "cursor", "in": "query", "required": false,
            "schema": ["type": "string", "minLength": 1, "maxLength": .int(ListCursor.longest), "pattern": "^[A-Za-z0-9_-]+$"],
            "description": "From the `Link` of the page before.",
        ],
    ]
    static let sort: JSONValue = query(
        "sort", ["type": "string", "enum": .array(ListOrder.allCases.map { .string($0.rawValue) }), "default": "updated"])
    static let search: JSONValue = [
        "type": "string", "maxLength": .int(TextRules.searchLength), "pattern": #"^[^\x00]*$"#,
    ]
    static let style: [JSONValue] = [
        query("theme", ["type": "string", "enum": .array(Theme.allCases.map { .string($0.rawValue) }), "default": "light"]),
        query(
            "scale",
            ["type": "number", "minimum": .number(RenderRequest.scales.lowerBound), "maximum": .number(RenderRequest.scales.upperBound)]),
    ]

    static func query(_ name: String, _ schema: JSONValue, _ description: String = "") -> JSONValue {
        let parameter: JSONValue = ["name": .string(name), "in": "query", "required": false, "schema": schema]
        return description.isEmpty ? parameter : parameter.adding("description", .string(description))
    }
}
