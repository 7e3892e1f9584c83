import Synchronization

/// What the handler finds out about a request and the log line tells.
final class RequestAnnotations: Sendable {
    private let storedUserID = Mutex<String?>(nil)

    var userID: String? {
        get { storedUserID.withLock { $0 } }
        set { storedUserID.withLock { $0 = newValue } }
    }
}
