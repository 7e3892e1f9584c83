import NIOCore

@testable import RedisStore

extension RedisTimeouts {
    /// For a machine that is busy with other tests.
    static let patient = RedisTimeouts(limits: .seconds(10), forgetting: .seconds(10))
}
