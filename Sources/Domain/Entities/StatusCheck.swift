public import Foundation

/// A client's sign of life; one record of the collection `status_checks`.
public struct StatusCheck: Sendable, Equatable {
    /// A lower-case UUID.
    public let id: String
    /// 1 to 255 characters, without white space at either end.
    public let clientName: String
    public let timestamp: Date

    public init(id: String, clientName: String, timestamp: Date) {
        self.id = id
        self.clientName = clientName
        self.timestamp = timestamp
    }
}
