/// All that a person has.
enum AccountOperations {
    static let all = [
        OpenAPIOperation(
            method: "get", path: "/api/account/storage", id: "accountStorage", tag: "account", summary: "How much one has, and may have",
            description: "With what is in the trash, in projects that belong to one; histories don't count. `byte_limit` is null without a limit.",
            security: ["bearer"], responses: [.ok("Numbers and bytes", "StorageState"), .unauthenticated] + OpenAPIResponse.common
        ),
        OpenAPIOperation(
            method: "get", path: "/api/account/export", id: "exportAccount", tag: "account", summary: "All projects and diagrams as a zip file",
            description: "Sources as files, and `manifest.json` with names and times. Another server takes it, too.", security: ["bearer"],
            responses: [
                OpenAPIResponse(status: 200, description: "The zip file", schema: ["type": "string"], mediaType: "application/zip"),
                .unauthenticated, .error(501, "This server writes no zip files"),
            ] + OpenAPIResponse.common
        ),
        OpenAPIOperation(
            method: "post", path: "/api/account/import", id: "importAccount", tag: "account", summary: "Make projects and diagrams of an export",
            description: "A zip file of at most 64 MiB. What is there already stays as it is. All of it is made, or nothing.",
            security: ["bearer"],
            parameters: [OpenAPIParameters.idempotencyKey], bodyMediaType: "application/zip",
            responses: [
                .ok("How many were made", "ImportResponse", status: 201), .unauthenticated,
                .error(403, "The person would have more projects or diagrams, or more bytes (`storage_full`), than anybody may have"),
                .error(501, "This server reads no zip files"),
            ] + OpenAPIResponse.body + OpenAPIResponse.common
        ),
        OpenAPIOperation(
            method: "delete", path: "/api/account", id: "deleteAccount", tag: "account",
            summary: "Remove the person, with all projects and diagrams, for good",
            description: "The person must have proved within the last ten minutes who they are.", security: ["bearer"],
            responses: [
                OpenAPIResponse(status: 204, description: "Everything is gone", headers: ["Set-Cookie"]), .unauthenticated,
                .confirmation,
            ] + OpenAPIResponse.common
        ),
    ]
}
