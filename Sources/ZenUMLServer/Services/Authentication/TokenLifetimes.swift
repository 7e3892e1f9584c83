/// How long tokens and sessions last.
struct TokenLifetimes: Sendable {
    let access: Duration
    /// Of a session, from sign-in to its end.
    let refresh: Duration
    /// Of a session that is not used.
    let idle: Duration
}
