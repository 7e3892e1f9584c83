extension OpenAPIOperation {
    /// One about what the path names by `id`, for people who are signed in.
    static func about(
        _ method: String, _ path: String, _ id: String, tag: String, _ summary: String, _ description: String? = nil,
        parameters: [JSONValue] = [], body: String? = nil, responses: [OpenAPIResponse]
    ) -> OpenAPIOperation {
        OpenAPIOperation(
            method: method, path: path, id: id, tag: tag, summary: summary, description: description, security: ["bearer"],
            parameters: [OpenAPIParameters.id] + parameters, body: body,
            responses: responses + (body == nil ? [] : OpenAPIResponse.body) + OpenAPIResponse.common)
    }
}
