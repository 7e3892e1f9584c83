public import Domain
import Foundation

/// What an operator does with accounts, also while servers run.
public struct UserAdministration: Sendable {
    /// In seconds: how long a link for a new password counts that an operator passes on.
    static let linkLifetime: TimeInterval = 86_400
    private static let page = 500

    let store: any Store
    let clock: WallClock
    let random: RandomSource

    public init(store: any Store, clock: WallClock = .system, random: RandomSource = .system) {
        self.store = store
        self.clock = clock
        self.random = random
    }

    /// Hands over all accounts in the order of their addresses, some at a time.
    public func list(_ body: ([User]) throws -> Void) async throws {
        var last: String?
        while true {
            let users = try await store.users.findAll(after: last, limit: Self.page)
            if users.isEmpty { return }
            try body(users)
            last = users.last?.email
        }
    }

    /// - Throws: ``UserProblem/unknown(_:)``.
    public func find(_ email: String) async throws -> User {
        guard let user = try await store.users.findByEmail(email.lowercased()) else { throw UserProblem.unknown(email) }
        return user
    }

    public func counts(of user: User) async throws -> (projects: Int, diagrams: Int) {
        (try await store.projects.count(ownerID: user.id), try await store.diagrams.usage(ownerID: user.id).count)
    }

    /// Makes an account without a password: its owner sets one by a link.
    /// - Throws: ``UserProblem/invalid(_:)``, ``UserProblem/taken(_:)``.
    public func add(_ email: String, name: String) async throws -> User {
        let (address, named): (String, String)
        do {
            (address, named) = (try TextRules.email(email), try TextRules.name(name))
        } catch {
            throw UserProblem.invalid(error.message)
        }
        let (id, now) = (random.uuid(), clock.now)
        let user = User(
            id: id, identity: Identity(issuer: Identity.localIssuer, subject: id), email: address, name: named, createdAt: now, updatedAt: now)
        do {
            try await store.users.create(user)
            return user
        } catch is DuplicateKeyError {
            throw UserProblem.taken(address)
        }
    }

    /// - Returns: The path of an address at which a new password is set, once, within a day.
    public func resetLink(for user: User) async throws -> String {
        let token = try await store.accountTokens.make(
            .passwordReset, for: user.id, mailedTo: nil, until: clock.now + Self.linkLifetime, random)
        return "/reset#\(token.text)"
    }

    /// Vouches for the address: the operator knows whose it is.
    public func verify(_ user: User) async throws {
        let now = clock.now
        _ = try await store.users.change(UserChange(id: user.id, [.emailVerifiedAt(now)], if: .email(user.email), updatedAt: now))
    }

    /// Turns the second factor off, for somebody who has lost device and recovery codes.
    public func turnSecondFactorOff(_ user: User) async throws {
        _ = try await store.users.change(UserChange(id: user.id, [.secondFactor(nil)], updatedAt: clock.now))
        try await signOut(user)
    }

    /// Closes an account, and ends its sessions; or opens it again.
    public func setDisabled(_ isDisabled: Bool, _ user: User) async throws {
        let now = clock.now
        _ = try await store.users.change(UserChange(id: user.id, [.disabledAt(isDisabled ? now : nil)], updatedAt: now))
        if isDisabled { try await signOut(user) }
    }

    /// Ends all sessions. Servers know within 5 s.
    /// - Returns: Their number.
    @discardableResult
    public func signOut(_ user: User) async throws -> Int {
        try await store.refreshTokens.revokeAllForUser(user.id)
    }

    /// Removes the account with all that it has. What a request beside it makes is removed by the servers.
    public func delete(_ user: User) async throws {
        try await AccountRemoval(store: store, clock: clock, logger: nil).remove(user.id)
    }
}
