public import Foundation

/// How much there is in the queue.
public struct JobBacklog: Sendable, Equatable {
    /// Still to be done, those at work among them.
    public let waiting: Int
    public let failed: Int
    /// Since when the oldest has been due; `nil` when nothing waits. Of one at work, when others may take it over.
    public let oldestDue: Date?

    public init(waiting: Int, failed: Int, oldestDue: Date?) {
        self.waiting = waiting
        self.failed = failed
        self.oldestDue = oldestDue
    }
}
