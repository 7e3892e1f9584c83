/// The store can't do its work now, for a reason that lies outside the request: it may be tried again.
public struct StoreUnavailableError: Error, Sendable, Equatable, CustomStringConvertible {
    /// For the log of the operator; never shown to a client.
    public let reason: String

    public init(reason: String) {
        self.reason = reason
    }

    public var description: String { reason }
}
