import Domain

/// The person who makes a request, and the token that says so.
struct CurrentUser: Sendable {
    let token: TokenData
    let user: User
}
