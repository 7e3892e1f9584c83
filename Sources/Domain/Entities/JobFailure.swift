public import Foundation

/// What becomes of a job whose attempt has come to nothing.
public struct JobFailure: Sendable, Equatable {
    public enum Consequence: Sendable, Equatable {
        case again(at: Date)
        case givenUp(at: Date)
    }

    public let reason: String
    public let consequence: Consequence

    public init(reason: String, _ consequence: Consequence) {
        self.reason = reason
        self.consequence = consequence
    }
}
