/// How large a request body may be.
enum BodyLimit {
    /// - Returns: In bytes. Nobody needs more than a little to sign in, and everybody may try.
    static func bytes(for path: String) -> Int {
        path.hasPrefix("/api/auth") ? 64 << 10 : 1 << 20
    }
}
