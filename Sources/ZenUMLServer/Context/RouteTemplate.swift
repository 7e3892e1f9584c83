/// The path of a route as it is documented.
enum RouteTemplate {
    /// - Parameter endpointPath: The router's word; for no route it is `NotFound`.
    /// - Returns: `/api/auth/sessions/{id}`, or `unmatched`.
    static func text(of endpointPath: String?) -> String {
        guard let endpointPath, endpointPath != "NotFound" else { return "unmatched" }
        return endpointPath
    }
}
