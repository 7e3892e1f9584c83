import Domain
import Foundation
import NIOPosix
import UML

/// What is found out only when somebody asks for the metrics.
struct OperatingFigures: Sendable {
    private let jobs: any JobRepository
    private let clock: WallClock
    /// Told by the server itself: under a hardened unit `/proc` doesn't say when the machine was started, from which it counts.
    private let startedAt: Date

    init(jobs: any JobRepository, clock: WallClock) {
        self.jobs = jobs
        self.clock = clock
        startedAt = clock.now
    }

    /// Without what the store holds while it is away: the others are worth the more then.
    func read() async -> [MetricFamily] {
        let process = (try? await NIOThreadPool.singleton.runIfActive { ProcessFigures.read() }) ?? []
        let build = MetricFamily(name: "zenuml_build_info", kind: .gauge, lines: ["zenuml_build_info{version=\"\(Version.text)\"} 1"])
        let start = MetricFamily("process_start_time_seconds", .gauge, startedAt.timeIntervalSince1970)
        return process + [start, build] + queue(try? await jobs.backlog())
    }

    private func queue(_ backlog: JobBacklog?) -> [MetricFamily] {
        guard let backlog else { return [] }
        let lines = [("failed", backlog.failed), ("waiting", backlog.waiting)].map { "zenuml_jobs{state=\"\($0)\"} \($1)" }
        let age = backlog.oldestDue.map { max(0, clock.now.timeIntervalSince($0)) } ?? 0
        return [MetricFamily(name: "zenuml_jobs", kind: .gauge, lines: lines), MetricFamily("zenuml_jobs_oldest_seconds", .gauge, age)]
    }
}
