import Domain
import Foundation
import HTTPTypes
import Logging
import TestSupport
import Testing

@testable import ZenUMLServer

@Suite("Housekeeping")
struct HousekeepingTests {
    private struct Failure: Error {}

    @Test func theTrashIsEmptiedAfterThirtyDays() async throws {
        try await TestServer.with { server in
            let ada = try await server.register().access
            let (kept, project) = (try await server.makeProject(bearer: ada), try await server.makeProject(bearer: ada))
            let diagram = try await server.makeDiagram("d", in: kept, bearer: ada)
            let along = try await server.makeDiagram("along", in: project, bearer: ada)
            for path in ["/api/diagrams/\(diagram)", "/api/projects/\(project)"] {
                #expect(try await server.send(.delete, path, bearer: ada).status == 204)
            }
            func left() async throws -> [Bool] {
                let diagrams = server.store.diagrams
                return [
                    try await diagrams.find(id: diagram) != nil, try await diagrams.find(id: along) != nil,
                    try await server.store.projects.find(id: project) != nil, try await server.store.projects.find(id: kept) != nil,
                ]
            }
            server.clock.advance(30 * 86_400 - 1)
            try await server.keepHouse()
            #expect(try await left() == [true, true, true, true])
            server.clock.advance(2)
            try await server.keepHouse()
            #expect(try await left() == [false, false, false, true])
        }
    }

    @Test func itWaitsInTheQueueOnceHoweverManyServersThereAre() async throws {
        try await TestServer.with { server in
            for _ in 0..<2 {
                let other = HousekeepingSchedule(
                    queue: JobQueue(jobs: server.store.jobs, clock: server.clock.wallClock), logger: server.log.logger)
                await other.addOnce()
            }
            #expect(try await server.store.jobs.findAll(limit: 9).map(\.kind).sorted() == ["empty_trash", "remove_expired"])
            try await server.work()
            #expect(try await server.store.jobs.findAll(limit: 9).isEmpty)
        }
    }

    @Test func whatFailsKeepsNothingElseFromBeingRemoved() async throws {
        let log = CapturedLog()
        await #expect(throws: Failure.self) {
            try await RemovalSteps(logger: log.logger).run(
                "Removed", [("first", { throw Failure() }), ("second", { 2 }), ("third", { 0 })])
        }
        #expect(log.text.contains("Removed"))
        #expect(log.text.contains("second"))
        #expect(!log.text.contains("third"))
    }
}
