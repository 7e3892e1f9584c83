/// Why something can't be done with an account.
public enum UserProblem: Error, Sendable, Equatable, CustomStringConvertible {
    case unknown(String)
    case taken(String)
    case invalid(String)

    public var description: String {
        switch self {
        case .unknown(let email): "there is no account with the address \(email)"
        case .taken(let email): "there is an account with the address \(email) already"
        case .invalid(let reason): reason
        }
    }
}
