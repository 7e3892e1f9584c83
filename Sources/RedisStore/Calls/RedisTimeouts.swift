import NIOCore

/// How long callers wait for replies.
struct RedisTimeouts: Sendable {
    /// Each request waits for it.
    var limits = TimeAmount.milliseconds(25)
    var forgetting = TimeAmount.seconds(1)

    subscript(use: RedisUse) -> TimeAmount {
        switch use {
        case .limits: limits
        case .forgetting: forgetting
        }
    }
}
