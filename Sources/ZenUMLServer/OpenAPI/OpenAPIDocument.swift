import UML

/// The description of the API (OpenAPI 3.1.1).
///
/// It is checked from two sides: a test compares its paths with the router's, and a fuzzer compares every answer with it.
enum OpenAPIDocument {
    static let document: JSONValue = [
        "openapi": "3.1.1",
        "info": [
            "title": "ZenUML API",
            "version": .string(Version.text),
            "description":
                "Sign in, stay signed in, report status, and draw diagrams. Every answer carries `X-Request-ID` and `X-Process-Time` (seconds).",
            "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
        ],
        "servers": [["url": "/"]],
        "tags": [
            ["name": "auth", "description": "Accounts, tokens and sessions"],
            ["name": "status", "description": "Signs of life of clients"],
            ["name": "projects", "description": "A person's projects"],
            ["name": "diagrams", "description": "A person's diagrams; drawing and checking of any"],
            ["name": "sharing", "description": "Members, links and public pictures"],
            ["name": "account", "description": "All that a person has"],
            ["name": "operations", "description": "For those who run the server"],
        ],
        "paths": .object(paths),
        "components": [
            "securitySchemes": [
                "bearer": ["type": "http", "scheme": "bearer", "bearerFormat": "JWT"],
                "metrics": ["type": "http", "scheme": "bearer", "description": "METRICS_TOKEN; not needed on loopback when none is set"],
            ],
            "schemas": OpenAPISchemas.all,
        ],
    ]

    /// Path and operations of everything that the API promises.
    private static var paths: [(name: String, value: JSONValue)] {
        let operations =
            AuthOperations.all + SessionOperations.all + PasswordOperations.all + EmailOperations.all + HandOverOperations.all
            + SecondFactorOperations.all
            + StatusOperations.all + ProjectOperations.all + DiagramOperations.all
            + DiagramListOperations.all + VersionOperations.all + SharingOperations.all + LinkOperations.all + AccountOperations.all
            + PictureOperations.all + OperatorOperations.all
        var paths: [(name: String, value: JSONValue)] = []
        for operation in operations {
            if let index = paths.firstIndex(where: { $0.name == operation.path }) {
                paths[index].value = paths[index].value.adding(operation.method, operation.value)
            } else {
                paths.append((operation.path, .object([(operation.method, operation.value)])))
            }
        }
        return paths
    }
}
