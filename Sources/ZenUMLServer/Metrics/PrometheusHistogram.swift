import CoreMetrics
import Synchronization

/// How often something took how long.
final class PrometheusHistogram: TimerHandler {
    private struct State {
        var counts = [Int](repeating: 0, count: PrometheusHistogram.bounds.count + 1)
        var nanoseconds: Int64 = 0
    }

    /// Upper bounds of the buckets, in seconds: from a cached answer to one that makes people wait.
    private static let bounds = [0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

    private let state = Mutex(State())

    func recordNanoseconds(_ duration: Int64) {
        let seconds = Double(duration) / 1e9
        let bucket = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
        state.withLock { state in
            state.counts[bucket] += 1
            state.nanoseconds += duration
        }
    }

    func lines(for series: MetricSeries) -> [String] {
        let (counts, nanoseconds) = state.withLock { ($0.counts, $0.nanoseconds) }
        var cumulative = 0
        var lines = zip(Self.bounds.map { "\($0)" } + ["+Inf"], counts).map { bound, count in
            cumulative += count
            return "\(series.text(suffix: "_bucket", extra: "le=\"\(bound)\"")) \(cumulative)"
        }
        lines.append("\(series.text(suffix: "_sum")) \(Double(nanoseconds) / 1e9)")
        lines.append("\(series.text(suffix: "_count")) \(cumulative)")
        return lines
    }
}
