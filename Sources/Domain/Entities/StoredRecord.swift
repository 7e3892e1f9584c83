public import Foundation

/// A record of any collection, for moving data from one store to another.
public enum StoredRecord: Sendable, Equatable {
    /// The collections, by the names that they have in every store.
    public enum Collection: String, CaseIterable, Sendable {
        case users, refreshTokens = "refresh_tokens", statusChecks = "status_checks", signIns = "sign_ins", projects, diagrams
        case accessLists = "access_lists", versions, accountTokens = "account_tokens"
    }

    case user(User)
    case session(Session)
    case statusCheck(StatusCheck)
    case signIn(id: String, expiresAt: Date)
    case project(Project)
    case diagram(Diagram)
    case accessList(AccessList)
    case version(DiagramVersion)
    case accountToken(AccountToken)

    public var collection: Collection {
        switch self {
        case .user: .users
        case .session: .refreshTokens
        case .statusCheck: .statusChecks
        case .signIn: .signIns
        case .project: .projects
        case .diagram: .diagrams
        case .accessList: .accessLists
        case .version: .versions
        case .accountToken: .accountTokens
        }
    }

    public var id: String {
        switch self {
        case .user(let user): user.id
        case .session(let session): session.id
        case .statusCheck(let check): check.id
        case .signIn(let id, _): id
        case .project(let project): project.id
        case .diagram(let diagram): diagram.id
        case .accessList(let list): list.id
        case .version(let version): version.id
        case .accountToken(let token): token.id
        }
    }

    /// When a store may forget the record by itself; `nil` for those that stay.
    public var expiresAt: Date? {
        switch self {
        case .user, .statusCheck, .project, .diagram, .accessList, .version: nil
        case .session(let session): session.life.expiresAt
        case .accountToken(let token): token.expiresAt
        case .signIn(_, let expiresAt): expiresAt
        }
    }
}
