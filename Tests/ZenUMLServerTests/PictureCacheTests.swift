import Domain
import Foundation
import Pictures
import Synchronization
import TestSupport
import Testing

@testable import ZenUMLServer

@Suite("Pictures that are kept")
struct PictureCacheTests {
    private struct Failure: Error {}

    private final class Count: Sendable {
        private let stored = Mutex(0)

        var value: Int { stored.withLock { $0 } }

        func increment() { stored.withLock { $0 += 1 } }
    }

    private static func name(_ source: String) -> PictureName {
        PictureName(Samples.diagram("d", source: source), .png, style)
    }

    private static let style = PictureStyle()

    private static func picture(_ bytes: Int) -> Picture { Picture(bytes: Array(repeating: 7, count: bytes), format: .png) }

    /// Whoever asks while it is being drawn waits for it: nothing is drawn twice.
    @Test func oneDrawingServesAll() async throws {
        let cache = PictureCache(metrics: PrometheusMetrics())
        let count = Count()
        let (gate, open) = AsyncStream<Void>.makeStream()
        let asked = (0..<50).map { _ in
            Task {
                try await cache.picture(Self.name("a")) {
                    count.increment()
                    _ = await gate.first { true }
                    return Self.picture(10)
                }
            }
        }
        while count.value == 0 { await Task.yield() }
        open.finish()
        for task in asked { #expect(try await task.value.bytes.count == 10) }
        #expect(count.value == 1)
        _ = try await cache.picture(Self.name("a")) { throw Failure() }
    }

    /// The limit of one who asks is nobody else's.
    @Test func whoIsNotAdmittedFailsAlone() async throws {
        let cache = PictureCache(metrics: PrometheusMetrics())
        await #expect(throws: Failure.self) {
            try await cache.picture(Self.name("a"), admit: { throw Failure() }) { Self.picture(3) }
        }
        #expect(try await cache.picture(Self.name("a")) { Self.picture(3) }.bytes.count == 3)
        #expect(try await cache.picture(Self.name("a"), admit: { throw Failure() }) { Self.picture(4) }.bytes.count == 3)
    }

    @Test func aFailureIsNotKept() async throws {
        let cache = PictureCache(metrics: PrometheusMetrics())
        await #expect(throws: Failure.self) { try await cache.picture(Self.name("a")) { throw Failure() } }
        #expect(try await cache.picture(Self.name("a")) { Self.picture(3) }.bytes.count == 3)
    }

    @Test func whatNobodyWaitsForAnyMoreIsNotDrawnToItsEnd() async throws {
        let cache = PictureCache(metrics: PrometheusMetrics())
        let (begun, begin) = AsyncStream<Void>.makeStream()
        let asked = (0..<2).map { _ in
            Task {
                try await cache.picture(Self.name("a")) {
                    begin.yield()
                    // Ends by being cancelled only.
                    for await _ in AsyncStream<Void>.makeStream().stream {}
                    try Task.checkCancellation()
                    return Self.picture(1)
                }
            }
        }
        _ = await begun.first { true }
        for task in asked { task.cancel() }
        for task in asked { await #expect(throws: CancellationError.self) { try await task.value } }
        #expect(try await cache.picture(Self.name("a")) { Self.picture(2) }.bytes.count == 2)
    }

    @Test func whatWasUsedLongestAgoGoesFirst() async throws {
        let cache = PictureCache(limit: 100, metrics: PrometheusMetrics())
        func has(_ source: String) async throws -> Bool {
            try await cache.picture(Self.name(source)) { Self.picture(1) }.bytes.count > 1
        }
        for source in ["a", "b", "c"] { _ = try await cache.picture(Self.name(source)) { Self.picture(30) } }
        #expect(try await has("a"))
        _ = try await cache.picture(Self.name("d")) { Self.picture(30) }
        #expect(try await has("a"))
        #expect(try await has("d"))
        #expect(try await !has("b"))
        _ = try await cache.picture(Self.name("huge")) { Self.picture(101) }
        #expect(try await !has("huge"))
    }

    @Test func namesTellPicturesApart() throws {
        var diagram = Samples.diagram("d", source: "ab")
        diagram.content.layout = "c"
        var other = diagram
        (other.content.layout, other.content.source) = ("", "cab")
        var renamed = diagram
        (renamed.content.name, renamed.revision) = ("other", 9)
        let first = PictureName(diagram, .png, Self.style)
        #expect(first != PictureName(other, .png, Self.style))
        #expect(first != PictureName(diagram, .pdf, Self.style))
        #expect(first == PictureName(renamed, .png, Self.style))
    }

    /// A public picture that was drawn before costs nobody anything.
    @Test func onlyDrawingCountsAgainstTheLimitOfDrawings() async throws {
        try await TestServer.with(settings: ["RATE_LIMIT_RENDER": "2/h"]) { server in
            let ada = try await server.register().access
            let diagram = try await server.makeDiagram("a", in: try await server.makeProject(bearer: ada), bearer: ada)
            let token = try await server.post("/api/diagrams/\(diagram)/links", #"{"kind":"picture"}"#, bearer: ada).string("token")
            for _ in 0..<5 { #expect(try await server.get("/e/\(token).png").status == 200) }
            #expect(try await server.get("/e/\(token).png?scale=2").status == 200)
            #expect(try await server.get("/e/\(token).png?scale=3").status == 429)
            #expect(try await server.get("/e/\(token).png").status == 200)
            let metrics = try await server.get("/metrics").text
            #expect(metrics.contains(#"zenuml_cache_requests_total{cache="pictures",tier="memory",result="hit"} 5"#))
            #expect(metrics.contains(#"zenuml_cache_requests_total{cache="pictures",tier="memory",result="miss"} 2"#))
        }
    }
}
