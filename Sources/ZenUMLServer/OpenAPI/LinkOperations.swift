import Pictures

/// For those who have got a link.
enum LinkOperations {
    static let all =
        [
            OpenAPIOperation(
                method: "post", path: "/api/links/open", id: "openLink", tag: "sharing", summary: "What a link leads to",
                description: "One for viewing shows it whole, without an account too.", body: "LinkToken",
                responses: [.ok("What is shared", "Shared"), missing] + OpenAPIResponse.body + OpenAPIResponse.common
            ),
            OpenAPIOperation(
                method: "post", path: "/api/links/accept", id: "acceptLink", tag: "sharing", summary: "Become a member by a link",
                description: "To repeat it changes nothing.", security: ["bearer"], body: "LinkToken",
                responses: [
                    .ok("What is shared", "Shared"), .unauthenticated, missing, .error(409, "There are too many members"),
                ] + OpenAPIResponse.body + OpenAPIResponse.common
            ),
            OpenAPIOperation(
                method: "get", path: "/e/{id}", id: "pictureFrame", tag: "sharing", summary: "A page with the newest picture, for frames",
                description: "`id` is the token of a link of the kind `picture`.", parameters: [OpenAPIParameters.id],
                responses: [
                    OpenAPIResponse(status: 200, description: "The page", schema: ["type": "string"], mediaType: "text/html"), missing,
                ] + OpenAPIResponse.common
            ),
        ] + [PictureFormat.svg, .png].map(picture)

    private static let missing = OpenAPIResponse.error(404, "The link leads nowhere, or it was ended")

    private static func picture(_ format: PictureFormat) -> OpenAPIOperation {
        let end = format.rawValue
        return OpenAPIOperation(
            method: "get", path: "/e/{id}.\(end)", id: "newestPicture\(end.uppercased())", tag: "sharing",
            summary: "The newest picture of a diagram as \(end.uppercased()), for web pages",
            description: "`id` is the token of a link of the kind `picture`.",
            parameters: [OpenAPIParameters.id, OpenAPIParameters.ifNoneMatch] + OpenAPIParameters.style,
            responses: [
                OpenAPIResponse(
                    status: 200, description: "The picture", schema: ["type": "string"], mediaType: format.mediaType, headers: ["ETag"]),
                DiagramOperations.unchanged, missing, ProjectOperations.invalid,
            ] + (format == .svg ? [] : [.error(501, "This server makes no PNG and PDF")]) + OpenAPIResponse.common
        )
    }
}
