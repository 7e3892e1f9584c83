/// What Redis is asked for.
enum RedisUse: String, CaseIterable, Sendable {
    case limits, forgetting
}
