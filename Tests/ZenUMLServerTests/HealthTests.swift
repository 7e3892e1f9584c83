import Domain
import TestSupport
import Testing
import UML

@testable import ZenUMLServer

@Suite("Health and the API's root")
struct HealthTests {
    @Test func healthSaysSoWithAndWithoutSlash() async throws {
        try await TestServer.with { server in
            for path in ["/health", "/health/"] {
                let answer = try await server.get(path)
                #expect(answer.status == 200)
                #expect(answer.text == #"{"status":"healthy","message":"API is running"}"#)
            }
        }
    }

    /// A liveness probe that asks the database makes a blip of the database restart every process.
    @Test func healthNeverAsksTheStore() async throws {
        let faults = StoreFaults()
        try await TestServer.with(wrapping: { FaultyStore($0, faults) }) { server in
            faults.failAlways()
            let answer = try await server.get("/health")
            #expect(answer.status == 200)
            #expect(faults.calls == 0)
        }
    }

    @Test func readinessNamesItsPartsAndTheirLatency() async throws {
        try await TestServer.with { server in
            let answer = try await server.get("/health/ready")
            #expect(answer.status == 200)
            #expect(try answer.string("status") == "ready")
            let part = try #require((answer.object()["parts"] as? [[String: Any]])?.first)
            #expect(part["name"] as? String == "database")
            #expect(part["state"] as? String == "up")
            #expect(part["latency_ms"] is Double)
        }
    }

    @Test func readinessIs503WhileTheStoreIsAwayAndRecovers() async throws {
        let faults = StoreFaults()
        try await TestServer.with(wrapping: { FaultyStore($0, faults) }) { server in
            faults.failAlways()
            let down = try await server.get("/health/ready")
            #expect(down.status == 503)
            #expect(try down.string("status") == "unavailable")
            faults.stop()
            server.clock.advance(2)
            #expect(try await server.get("/health/ready").status == 200)
        }
    }

    /// A database that hangs must not make the probe hang.
    @Test func readinessAnswersInTimeWhenTheStoreDoesNot() async throws {
        try await TestServer.with(wrapping: HangingStore.init) { server in
            let answer = try await server.get("/health/ready")
            #expect(answer.status == 503)
            let seconds = try #require(answer[header: "X-Process-Time"].flatMap(Double.init))
            #expect(seconds < 10, "it answered because of its own limit")
        }
    }

    /// A sick database is not asked more often than a healthy one.
    @Test func aBadAnswerIsRememberedToo() async throws {
        let faults = StoreFaults()
        try await TestServer.with(wrapping: { FaultyStore($0, faults) }) { server in
            faults.failAlways()
            let statuses = try await (0..<5).asyncMap { _ in try await server.get("/health/ready").status }
            #expect(statuses == [503, 503, 503, 503, 503])
            #expect(faults.calls == 1)
        }
    }

    @Test func readinessIs503WhileDraining() async throws {
        try await TestServer.with { server in
            #expect(try await server.get("/health")[header: "Connection"] == nil)
            server.application.dependencies.readiness.draining.begin()
            let answer = try await server.get("/health/ready")
            #expect(answer.status == 503)
            #expect(try answer.string("status") == "draining")
            #expect(try await server.get("/health").status == 200)
            // Also of what is refused: whoever keeps the connection goes elsewhere.
            for path in ["/health", "/health/ready", "/api/nothing", "/api/auth/me"] {
                #expect(try await server.get(path)[header: "Connection"] == "close", "\(path)")
            }
        }
    }

    @Test func theRootOfTheAPITellsItsVersion() async throws {
        try await TestServer.with { server in
            for path in ["/api", "/api/"] {
                let answer = try await server.get(path)
                #expect(answer.text == #"{"message":"ZenUML API","version":"\#(Version.text)","docs":"/api/docs"}"#)
            }
        }
    }
}
