import CoreMetrics
import Domain
import Foundation
import HTTPTypes
import TestSupport
import Testing
import UML

@testable import ZenUMLServer

@Suite("/metrics")
struct MetricsTests {
    @Test func requestsAreCountedByRouteMethodAndStatus() async throws {
        try await TestServer.with { server in
            for _ in 0..<3 { _ = try await server.get("/api/nowhere/\(UUID())") }
            _ = try await server.send(.delete, "/api/auth/sessions/1")
            let answer = try await server.get("/metrics")
            #expect(answer[header: "Content-Type"] == "text/plain; version=0.0.4; charset=utf-8")
            #expect(answer.text.contains(#"http_request_duration_seconds_count{route="unmatched",method="GET",status="404"} 3"#))
            #expect(
                answer.text.contains(#"http_request_duration_seconds_count{route="/api/auth/sessions/{id}",method="DELETE",status="401"} 1"#))
            #expect(answer.text.contains("# TYPE http_request_duration_seconds histogram"))
            #expect(!answer.text.contains("nowhere"), "paths that anybody makes up are no labels")
        }
    }

    /// Prometheus: "Exposition formats": a line of help for each, and each name in one place.
    @Test func eachMetricSaysWhatItIs() async throws {
        try await TestServer.with { server in
            _ = try await server.register()
            try await server.keepHouse()
            let lines = try await server.get("/metrics").text.split(separator: "\n")
            let names = lines.filter { $0.hasPrefix("# TYPE ") }.map { $0.split(separator: " ")[2] }
            #expect(names.count >= 12)
            #expect(Set(names).count == names.count)
            #expect(lines.filter { $0.hasPrefix("# HELP ") }.map { $0.split(separator: " ")[2] } == names)
        }
    }

    @Test func theProcessAndTheQueueAreTold() async throws {
        try await TestServer.with { server in
            await server.application.dependencies.housekeeping.addOnce()
            server.clock.advance(30)
            let text = try await server.get("/metrics").text
            func value(_ name: String) -> Double? {
                text.split(separator: "\n").first { $0.hasPrefix("\(name) ") }.flatMap { Double($0.dropFirst(name.count + 1)) }
            }
            #expect(value(#"zenuml_jobs{state="waiting"}"#) == 2)
            #expect(value(#"zenuml_jobs{state="failed"}"#) == 0)
            #expect(value("zenuml_jobs_oldest_seconds") == 30)
            #expect(value(#"zenuml_build_info{version="\#(Version.text)"}"#) == 1)
            #expect(try #require(value("process_resident_memory_bytes")) > 1_000_000)
            #expect(try #require(value("process_open_fds")) < #require(value("process_max_fds")))
            #expect(try #require(value("process_cpu_seconds_total")) > 0)
            let age = server.clock.wallClock.now.timeIntervalSince1970 - (try #require(value("process_start_time_seconds")))
            #expect(abs(age - 30) < 0.01)
        }
    }

    @Test func aGaugeHasItsLastValue() {
        let metrics = PrometheusMetrics()
        let gauge = metrics.makeMeter(label: "zenuml_redis_up", dimensions: [("use", "limits")])
        gauge.set(3.0)
        gauge.increment(by: 2)
        gauge.decrement(by: 4.5)
        #expect(metrics.exposition().contains("# TYPE zenuml_redis_up gauge\nzenuml_redis_up{use=\"limits\"} 0.5\n"))
        metrics.makeRecorder(label: "zenuml_redis_up", dimensions: [("use", "limits")], aggregate: false).record(Int64(7))
        #expect(metrics.exposition().contains("zenuml_redis_up{use=\"limits\"} 7\n"))
    }

    @Test func whatALimitRefusesIsCountedToo() async throws {
        try await TestServer.with(settings: ["RATE_LIMIT_STATUS": "1/min"]) { server in
            let statuses = [try await server.get("/api/status").status, try await server.get("/api/status").status]
            #expect(statuses == [200, 429])
            let text = try await server.get("/metrics").text
            #expect(text.contains(#"http_request_duration_seconds_count{route="/api/status",method="GET",status="429"} 1"#))
        }
    }

    /// The limits stand outside of most of what handles errors.
    @Test func aLimiterThatFailsIsLoggedAndCounted() async throws {
        struct BrokenLimiter: RateLimiter {
            struct Broken: Error {}

            func take(_ key: RateLimitKey, limit: RateLimit) async throws -> RateLimitState { throw Broken() }
        }
        try await TestServer.with(settings: ["RATE_LIMIT_STATUS": "1/min"], limiter: BrokenLimiter()) { server in
            let answer = try await server.get("/api/status")
            #expect(answer.status == 500)
            #expect(try answer.errorType() == "internal_error")
            #expect(answer[header: "X-Content-Type-Options"] == "nosniff")
            #expect(server.log.lines.contains { $0.message == "Unforeseen error" && $0.metadata["request_id"] == answer[header: "X-Request-ID"] })
            let text = try await server.get("/metrics").text
            #expect(text.contains(#"http_request_duration_seconds_count{route="/api/status",method="GET",status="500"} 1"#))
        }
    }

    /// Prometheus: "Metric names", base units.
    @Test func timesAreInSeconds() async throws {
        try await TestServer.with { server in
            let answer = try await server.get("/health")
            let processTime = try #require(answer[header: "X-Process-Time"].flatMap(Double.init))
            let text = try await server.get("/metrics").text
            let name = #"http_request_duration_seconds_sum{route="/health",method="GET",status="200"} "#
            let line = try #require(text.split(separator: "\n").first { $0.hasPrefix(name) })
            let seconds = try #require(Double(line.dropFirst(name.count)))
            #expect(abs(seconds - processTime) < 0.000_002)
        }
    }

    @Test func signInsRefreshesAndAlarmsAreCounted() async throws {
        try await TestServer.with { server in
            let first = try await server.register()
            _ = try await server.login()
            _ = try await server.refresh(first.refresh)
            let text = try await server.get("/metrics").text
            for (event, count) in ["registered": 1, "signed_in": 1, "refreshed": 1, "reuse_detected": 0] {
                #expect(text.contains("zenuml_auth_events_total{event=\"\(event)\"} \(count)\n"))
            }
        }
    }

    @Test func theTokenOpensThem() async throws {
        try await TestServer.with(settings: ["METRICS_TOKEN": "let-me-see-the-metrics"]) { server in
            let answers = [
                try await server.get("/metrics"), try await server.get("/metrics", bearer: "let-me-see-the-metricz"),
                try await server.get("/metrics", bearer: "let-me-see-the-metrics"),
            ]
            #expect(answers.map(\.status) == [401, 401, 200])
        }
    }

    /// nginx adds no header by itself; the operator has named it.
    @Test func aTrustedProxyIsNotLoopback() async throws {
        try await TestServer.with(settings: ["TRUSTED_PROXIES": "127.0.0.1,::1"]) { server in
            let answer = try await server.get("/metrics")
            #expect(answer.status == 403)
        }
    }

    /// A proxy on the same machine connects from loopback; what it forwards does not come from there.
    @Test(arguments: ["X-Forwarded-For", "Forwarded"])
    func whatAProxyForwardsIsNotLoopback(_ header: String) async throws {
        try await TestServer.with { server in
            let answers = [try await server.get("/metrics"), try await server.get("/metrics", headers: [header: "for=203.0.113.1"])]
            #expect(answers.map(\.status) == [200, 403])
        }
    }
}
