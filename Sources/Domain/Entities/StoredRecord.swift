public import Foundation

/// A record of any collection, for moving data from one store to another.
public enum StoredRecord: Sendable, Equatable {
    /// The collections, by the names that they have in every store.
    public enum Collection: String, CaseIterable, Sendable {
        case users, refreshTokens = "refresh_tokens", statusChecks = "status_checks", signIns = "sign_ins"
    }

    case user(User)
    case session(Session)
    case statusCheck(StatusCheck)
    case signIn(id: String, expiresAt: Date)

    public var collection: Collection {
        switch self {
        case .user: .users
        case .session: .refreshTokens
        case .statusCheck: .statusChecks
        case .signIn: .signIns
        }
    }

    public var id: String {
        switch self {
        case .user(let user): user.id
        case .session(let session): session.id
        case .statusCheck(let check): check.id
        case .signIn(let id, _): id
        }
    }

    /// When a store may forget the record by itself; `nil` for those that stay.
    public var expiresAt: Date? {
        switch self {
        case .user, .statusCheck: nil
        case .session(let session): session.expiresAt
        case .signIn(_, let expiresAt): expiresAt
        }
    }
}
