/// How large a request body may be.
enum BodyLimit {
    /// - Parameter route: Path template of the route that the request leads to.
    /// - Returns: In bytes. Nobody needs more than a little to sign in, and everybody may try.
    static func bytes(for route: String?) -> Int {
        route?.hasPrefix("/api/auth") == true ? 64 << 10 : 1 << 20
    }
}
