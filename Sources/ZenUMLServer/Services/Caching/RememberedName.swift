import Domain

/// What servers tell each other to forget, as names on the wire.
enum RememberedName: Sendable, Equatable {
    case session(String)
    case user(String)
    /// The access list of a project or diagram.
    case access(String)

    init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        switch parts[0] {
        case "session": self = .session(parts[1])
        case "user": self = .user(parts[1])
        case "access": self = .access(parts[1])
        default: return nil
        }
    }

    var text: String {
        switch self {
        case .session(let id): "session:\(id)"
        case .user(let id): "user:\(id)"
        case .access(let id): "access:\(id)"
        }
    }
}
