import CoreMetrics
import Synchronization

/// A number that goes up and down.
final class PrometheusGauge: MeterHandler, RecorderHandler {
    private let stored = Mutex(0.0)

    var value: Double { stored.withLock { $0 } }

    func set(_ value: Int64) { set(Double(value)) }

    func set(_ value: Double) { stored.withLock { $0 = value } }

    func increment(by amount: Double) { stored.withLock { $0 += amount } }

    func decrement(by amount: Double) { stored.withLock { $0 -= amount } }

    func record(_ value: Int64) { set(value) }

    func record(_ value: Double) { set(value) }
}
