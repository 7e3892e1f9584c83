import Foundation

/// What this process has used.
struct Usage {
    let processorSeconds: Double
    let residentMiB: Double

    static var now: Usage {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        let times = [usage.ru_utime, usage.ru_stime].map { Double($0.tv_sec) + Double($0.tv_usec) / 1_000_000 }
        return Usage(processorSeconds: times[0] + times[1], residentMiB: residentMiB)
    }

    /// /proc/self/statm counts in pages (proc(5)).
    private static var residentMiB: Double {
        let fields = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ") ?? []
        guard fields.count > 1, let pages = Double(fields[1]) else { return 0 }
        return pages * Double(sysconf(Int32(_SC_PAGESIZE))) / 1_048_576
    }
}
