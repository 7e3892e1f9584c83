public import Foundation

/// A record that says when it came to be, was changed last, and was put into the trash.
public protocol TimedRecord {
    var times: RecordTimes { get set }
}

extension TimedRecord {
    public var createdAt: Date { times.createdAt }
    public var updatedAt: Date {
        get { times.updatedAt }
        set { times.updatedAt = newValue }
    }
    /// When it was moved to the trash; `nil` for one that is in use.
    public var deletedAt: Date? {
        get { times.deletedAt }
        set { times.deletedAt = newValue }
    }
}
