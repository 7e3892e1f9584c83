import Domain

/// The person who makes a request, and the token that says so.
struct CurrentUser: Sendable {
    let token: TokenData
    private let entry: SessionCache.Entry

    init(token: TokenData, entry: SessionCache.Entry) {
        self.token = token
        self.entry = entry
    }

    var user: User { entry.user }
    var session: Session { entry.session }
}
