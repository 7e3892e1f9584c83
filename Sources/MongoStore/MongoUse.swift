/// What a store is opened for: it says how long the database may take for one command.
public enum MongoUse: Sendable {
    /// Somebody waits for the answer: whatever takes longer than 4 s has failed.
    case requests
    /// Records are copied by the thousand, which may take minutes on a busy server.
    case copying
}

extension MongoUse {
    var timeouts: MongoTimeouts {
        switch self {
        case .requests: .request
        case .copying: .administration
        }
    }
}
