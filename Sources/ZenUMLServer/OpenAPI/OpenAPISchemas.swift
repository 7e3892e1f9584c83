import UML

/// The forms of requests and responses (JSON Schema 2020-12).
enum OpenAPISchemas {
    static func reference(_ name: String) -> JSONValue {
        ["$ref": "#/components/schemas/\(name)"]
    }

    static var all: JSONValue {
        .object(requests + storedDiagrams + sharing + pictures + responses + errors)
    }

    private static let requests: [(name: String, value: JSONValue)] = [
        ("UserCreate", object(["email": email, "password": newPassword, "name": name]).adding("examples", [example])),
        ("LoginRequest", object(["email": email, "password": presentPassword])),
        (
            "GoogleAuthCallbackRequest",
            object([
                "code": ["type": "string", "minLength": 1, "maxLength": .int(GoogleAuthCallbackRequest.codeLength.upperBound), "pattern": notBlank],
                "state": [
                    "type": "string", "minLength": 1, "maxLength": .int(GoogleAuthCallbackRequest.stateLength.upperBound), "pattern": notBlank,
                ],
            ])
        ),
        ("ProfileUpdate", object(["name": name])),
        (
            "PasswordChange",
            object(
                ["current_password": ["type": "string", "maxLength": .int(PasswordPolicy.length.upperBound)], "new_password": newPassword],
                optional: ["current_password"])
        ),
        ("EmailChange", object(["email": email])),
        ("EmailToken", object(["token": linkToken])),
        ("Confirmation", object(["password": presentPassword, "code": code], optional: ["password", "code"])),
        ("SecondFactorCode", object(["code": code])),
        (
            "SecondFactorSignIn",
            object(["ticket": ["type": "string", "minLength": 1, "maxLength": .int(SecondFactorSignIn.ticketLength.upperBound)], "code": code])
        ),
        ("PasswordForgotten", object(["email": email])),
        ("PasswordReset", object(["token": linkToken, "password": newPassword])),
        ("RefreshTokenRequest", object(["refresh_token": ["type": "string", "minLength": 1, "pattern": notBlank]])),
        (
            "StatusCheckCreate",
            object([
                "client_name": [
                    "type": "string", "minLength": .int(TextRules.clientNameLength.lowerBound),
                    "maxLength": .int(TextRules.clientNameLength.upperBound), "pattern": notBlank,
                ]
            ])
        ),
    ]

    private static let errors: [(name: String, value: JSONValue)] = [
        ("Error", object(["detail": text, "error_type": text])),
        ("SecondFactorTicket", object(["detail": text, "error_type": ["const": "second_factor_required"], "ticket": text])),
        (
            "ValidationError",
            object(["detail": ["const": "Validation error"], "errors": ["type": "array", "items": reference("FieldError"), "minItems": 1]])
        ),
        ("FieldError", object(["loc": ["type": "array", "items": text, "minItems": 1], "msg": text, "type": text])),
    ]

    private static let example: JSONValue = ["email": "ada@example.com", "password": "analytical engine 1843", "name": "Ada Lovelace"]
    static let text: JSONValue = ["type": "string"]
    static let kind = names(DiagramKind.self)
    static let source: JSONValue = ["type": "string", "description": "At most 1 MiB."]
    static let count: JSONValue = ["type": "integer", "minimum": 1]
    static let flag: JSONValue = ["type": "boolean"]
    static let uuid: JSONValue = ["type": "string", "format": "uuid"]
    static let time: JSONValue = ["type": "string", "format": "date-time"]
    static let notBlank: JSONValue = #"^[^\x00]*\S[^\x00]*$"#
    static let email: JSONValue = [
        "type": "string", "minLength": .int(TextRules.emailLength.lowerBound), "maxLength": .int(TextRules.emailLength.upperBound),
        "pattern": .string(TextRules.emailPattern),
    ]
    private static let linkToken: JSONValue = ["type": "string", "minLength": 1, "maxLength": .int(LinkToken.length.upperBound)]
    private static let code: JSONValue = ["type": "string", "minLength": 1, "maxLength": .int(SecondFactorCode.length.upperBound)]
    private static let presentPassword: JSONValue = ["type": "string", "minLength": 1, "maxLength": .int(PasswordPolicy.length.upperBound)]
    private static let newPassword: JSONValue = [
        "type": "string", "minLength": .int(PasswordPolicy.length.lowerBound), "maxLength": .int(PasswordPolicy.length.upperBound),
        "description": "Passwords that are easy to guess are refused.",
    ]
    private static let name: JSONValue = [
        "type": "string", "minLength": .int(TextRules.nameLength.lowerBound), "maxLength": .int(TextRules.nameLength.upperBound),
        "pattern": notBlank,
    ]

    static func names<Choice: CaseIterable & RawRepresentable<String>>(_: Choice.Type) -> JSONValue {
        ["type": "string", "enum": .array(Choice.allCases.map { .string($0.rawValue) })]
    }

    static func object(_ properties: KeyValuePairs<String, JSONValue>, optional: Set<String> = []) -> JSONValue {
        [
            "type": "object",
            "required": .array(properties.map(\.key).filter { !optional.contains($0) }.map { .string($0) }),
            "properties": .object(properties.map { (name: $0.key, value: $0.value) }),
        ]
    }
}
