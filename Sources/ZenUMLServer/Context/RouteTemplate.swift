/// The path of a route as it is documented.
enum RouteTemplate {
    /// - Parameter endpointPath: The router's form, `/api/auth/sessions/:id`; its name for no route is `NotFound`.
    /// - Returns: `/api/auth/sessions/{id}`, or `unmatched`.
    static func text(of endpointPath: String?) -> String {
        guard let endpointPath, endpointPath != "NotFound" else { return "unmatched" }
        guard endpointPath.contains(":") else { return endpointPath }
        return endpointPath.split(separator: "/", omittingEmptySubsequences: false)
            .map { $0.hasPrefix(":") ? "{\($0.dropFirst())}" : String($0) }
            .joined(separator: "/")
    }
}
