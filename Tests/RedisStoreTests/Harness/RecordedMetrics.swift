import CoreMetrics
import Synchronization

/// Metrics that a test looks at.
final class RecordedMetrics: MetricsFactory {
    private final class Number: CounterHandler, RecorderHandler, TimerHandler {
        private let state = Mutex(0.0)

        var value: Double { state.withLock { $0 } }

        func increment(by amount: Int64) { state.withLock { $0 += Double(amount) } }
        func reset() { state.withLock { $0 = 0 } }
        func record(_ value: Int64) { record(Double(value)) }
        func record(_ value: Double) { state.withLock { $0 = value } }
        func recordNanoseconds(_ duration: Int64) { increment(by: 1) }
    }

    private let numbers = Mutex<[String: Number]>([:])

    /// - Parameter name: `zenuml_redis_up{connection=commands}`.
    /// - Returns: A counter's sum, a gauge's last value, how many times a timer was used; 0 when there is none of that name.
    subscript(name: String) -> Double {
        numbers.withLock { $0[name] }?.value ?? 0
    }

    func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler { number(label, dimensions) }

    func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler { number(label, dimensions) }

    func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler { number(label, dimensions) }

    func destroyCounter(_ handler: any CounterHandler) {}
    func destroyRecorder(_ handler: any RecorderHandler) {}
    func destroyTimer(_ handler: any TimerHandler) {}

    private func number(_ label: String, _ dimensions: [(String, String)]) -> Number {
        let name = label + "{" + dimensions.map { "\($0.0)=\($0.1)" }.joined(separator: ",") + "}"
        return numbers.withLock { numbers in
            let number = numbers[name] ?? Number()
            numbers[name] = number
            return number
        }
    }
}
