public import Foundation

/// Work to be done later, at least once; one record of the collection `jobs`. What is done is gone.
public struct Job: Sendable, Equatable {
    /// Names the work: there is one of a name at a time.
    public let id: String
    /// What is to be done, by the name that its handler has.
    public let kind: String
    /// What it is to be done with: JSON of at most 64 KiB, without any secret.
    public let payload: String
    public let createdAt: Date
    /// From when on it is due; while somebody works on it, when others may take it over.
    public var runAt: Date
    /// How often somebody has begun with it.
    public var attempts: Int
    /// Tells whoever works on it from those who have lost it; `nil` while nobody does.
    public var lease: String?
    /// When it was given up; `nil` for one that is still to be done.
    public var failedAt: Date?
    /// Why the last attempt has come to nothing.
    public var lastError: String?

    public init(
        id: String, kind: String, payload: String, createdAt: Date, runAt: Date, attempts: Int = 0, lease: String? = nil,
        failedAt: Date? = nil, lastError: String? = nil
    ) {
        self.id = id
        self.kind = kind
        self.payload = payload
        self.createdAt = createdAt
        self.runAt = runAt
        self.attempts = attempts
        self.lease = lease
        self.failedAt = failedAt
        self.lastError = lastError
    }
}
