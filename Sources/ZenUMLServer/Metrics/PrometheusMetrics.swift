public import CoreMetrics
import Synchronization

/// The metrics of a process, readable by Prometheus (text format 0.0.4).
///
/// Keeps counters, gauges and times. Of what is recorded it keeps the last value.
public final class PrometheusMetrics: MetricsFactory {
    private let counters = Mutex<[MetricSeries: PrometheusCounter]>([:])
    private let histograms = Mutex<[MetricSeries: PrometheusHistogram]>([:])
    private let gauges = Mutex<[MetricSeries: PrometheusGauge]>([:])

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
        gauge(label, dimensions)
    }

    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        gauge(label, dimensions)
    }

    private func gauge(_ label: String, _ dimensions: [(String, String)]) -> PrometheusGauge {
        gauges.withLock { gauges in
            let series = MetricSeries(name: label, dimensions: dimensions)
            let gauge = gauges[series] ?? PrometheusGauge()
            gauges[series] = gauge
            return gauge
        }
    }

    public func destroyCounter(_ handler: any CounterHandler) {}
    public func destroyRecorder(_ handler: any RecorderHandler) {}
    public func destroyTimer(_ handler: any TimerHandler) {}
    public func destroyMeter(_ handler: any MeterHandler) {}

    /// Everything counted so far, in the text format.
    /// - Parameter others: What is found out only when somebody asks.
    func exposition(with others: [MetricFamily] = []) -> String {
        let counters = families(counters.withLock { $0 }, .counter) { series, counter in ["\(series.text()) \(counter.total)"] }
        let gauges = families(gauges.withLock { $0 }, .gauge) { series, gauge in ["\(series.text()) \(MetricFamily.text(gauge.value))"] }
        let histograms = families(histograms.withLock { $0 }, .histogram) { series, histogram in histogram.lines(for: series) }
        let all = (counters + gauges + histograms + others).sorted { $0.name < $1.name }
        return all.flatMap(\.text).joined(separator: "\n") + "\n"
    }

    private func families<Value>(
        _ values: [MetricSeries: Value], _ kind: MetricFamily.Kind, _ lines: (MetricSeries, Value) -> [String]
    ) -> [MetricFamily] {
        Dictionary(grouping: values, by: \.key.name).map { name, group in
            let sorted = group.sorted { $0.key.text() < $1.key.text() }
            return MetricFamily(name: name, kind: kind, lines: sorted.flatMap { lines($0.key, $0.value) })
        }
    }
}
