import Foundation

/// What the system knows of this process (`proc(5)`), by the names that Prometheus' own clients have for it.
struct ProcessFigures: Sendable {
    private static let ticksPerSecond = Double(sysconf(Int32(_SC_CLK_TCK)))
    private static let pageSize = Double(sysconf(Int32(_SC_PAGESIZE)))

    /// Short, but it reads files: not for a cooperative thread. What can't be read is left out.
    static func read() -> [MetricFamily] {
        statistics() + descriptors()
    }

    private static func statistics() -> [MetricFamily] {
        guard let text = try? String(contentsOfFile: "/proc/self/stat", encoding: .utf8), let end = text.lastIndex(of: ")") else { return [] }
        // After the name, which may hold anything: the fields from the third on.
        let fields = text[text.index(after: end)...].split(separator: " ").map { Double($0) ?? 0 }
        guard fields.count > 21 else { return [] }
        return [
            MetricFamily("process_cpu_seconds_total", .counter, (fields[11] + fields[12]) / ticksPerSecond),
            MetricFamily("process_threads", .gauge, fields[17]),
            MetricFamily("process_virtual_memory_bytes", .gauge, fields[20]),
            MetricFamily("process_resident_memory_bytes", .gauge, fields[21] * pageSize),
        ]
    }

    private static func descriptors() -> [MetricFamily] {
        var limit = rlimit()
        let most = getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 ? [Double(limit.rlim_cur)] : []
        let open = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count).map { [Double($0)] } ?? []
        return open.map { MetricFamily("process_open_fds", .gauge, $0) } + most.map { MetricFamily("process_max_fds", .gauge, $0) }
    }
}
