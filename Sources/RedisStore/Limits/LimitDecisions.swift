import CoreMetrics
import Domain
import Synchronization

/// Counts who was let in, and who has decided it.
///
/// What this server alone refuses, Redis isn't asked about. So Redis is missing where memory *allows*: that is what to be warned of.
final class LimitDecisions: Sendable {
    enum Place: String {
        case redis, memory
    }

    private struct Series: Hashable {
        let policy: RateLimitPolicy
        let place: Place
        let isAllowed: Bool
    }

    private let factory: any MetricsFactory
    private let counters = Mutex<[Series: Counter]>([:])

    init(factory: any MetricsFactory) {
        self.factory = factory
    }

    func count(_ policy: RateLimitPolicy, _ place: Place, isAllowed: Bool) {
        let series = Series(policy: policy, place: place, isAllowed: isAllowed)
        let counter = counters.withLock { counters in
            if let counter = counters[series] { return counter }
            let counter = Counter(
                label: "zenuml_limit_decisions_total",
                dimensions: [("policy", policy.rawValue), ("where", place.rawValue), ("result", isAllowed ? "allowed" : "refused")],
                factory: factory)
            counters[series] = counter
            return counter
        }
        counter.increment()
    }
}
