import Pictures
import UML

/// Drawing and checking of diagrams.
enum PictureOperations {
    static let all = [
        OpenAPIOperation(
            method: "post", path: "/api/render", id: "render", tag: "diagrams", summary: "Draw a diagram",
            description: "A source with errors is refused, and the answer lists them with line and column. Warnings don't matter here.",
            body: "RenderRequest",
            responses: [
                OpenAPIResponse(
                    status: 200, description: "The picture", schema: ["type": "string"], mediaType: PictureFormat.svg.mediaType,
                    otherMediaTypes: [PictureFormat.png.mediaType, PictureFormat.pdf.mediaType]),
                .error(501, "This server makes no PNG and PDF"),
            ] + OpenAPIResponse.body + OpenAPIResponse.common
        ),
        OpenAPIOperation(
            method: "post", path: "/api/check", id: "check", tag: "diagrams", summary: "Say what is wrong with a diagram",
            body: "CheckRequest",
            responses: [.ok("What there is to say, in the order of the text", "CheckResponse")] + OpenAPIResponse.body + OpenAPIResponse.common
        ),
    ]
}
