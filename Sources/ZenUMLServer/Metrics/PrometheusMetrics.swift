public import CoreMetrics
import Synchronization

/// The metrics of a process, readable by Prometheus (text format 0.0.4).
///
/// Keeps counters and times; gauges and plain recordings are not used by this server and are dropped.
public final class PrometheusMetrics: MetricsFactory {
    private let counters = Mutex<[MetricSeries: PrometheusCounter]>([:])
    private let histograms = Mutex<[MetricSeries: PrometheusHistogram]>([:])

    public init() {}

    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        counters.withLock { counters in
            let series = MetricSeries(name: label, dimensions: dimensions)
            let counter = counters[series] ?? PrometheusCounter()
            counters[series] = counter
            return counter
        }
    }

    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        histograms.withLock { histograms in
            let series = MetricSeries(name: label, dimensions: dimensions)
            let histogram = histograms[series] ?? PrometheusHistogram()
            histograms[series] = histogram
            return histogram
        }
    }

    public func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        NOOPMetricsHandler.instance
    }

    public func destroyCounter(_ handler: any CounterHandler) {}
    public func destroyRecorder(_ handler: any RecorderHandler) {}
    public func destroyTimer(_ handler: any TimerHandler) {}

    /// Everything counted so far, in the text format.
    func exposition() -> String {
        var lines: [String] = []
        let counters = counters.withLock { $0 }
        for (name, group) in Dictionary(grouping: counters, by: \.key.name).sorted(by: { $0.key < $1.key }) {
            lines.append("# TYPE \(name) counter")
            lines += group.map { "\($0.key.text()) \($0.value.total)" }.sorted()
        }
        let histograms = histograms.withLock { $0 }
        for (name, group) in Dictionary(grouping: histograms, by: \.key.name).sorted(by: { $0.key < $1.key }) {
            lines.append("# TYPE \(name) histogram")
            for (series, histogram) in group.sorted(by: { $0.key.text() < $1.key.text() }) {
                lines += histogram.lines(for: series)
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
