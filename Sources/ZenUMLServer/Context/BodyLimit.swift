/// How large a request body may be.
enum BodyLimit {
    /// - Parameter route: Path template of the route that the request leads to.
    /// - Returns: In bytes. Nobody needs more than a little to sign in, and everybody may try.
    static func bytes(for route: String) -> Int {
        switch route {
        case _ where route.hasPrefix("/api/auth"): 64 << 10
        // A source of 1 MiB, with room for what JSON makes of its line breaks and quotes.
        case "/api/render", "/api/check", "/api/projects/{id}/diagrams", "/api/diagrams/{id}": 4 << 20
        case "/api/account/import": 64 << 20
        default: 1 << 20
        }
    }
}
