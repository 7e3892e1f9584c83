import Foundation
import TestSupport
import Testing

@testable import ZenUMLServer

/// Repeats a request while one store call after the other fails, until it succeeds.
enum EachStoreCall {
    static func fails<Prepared: Sendable>(
        _ moment: StoreFaults.Moment,
        pause: TimeInterval = SessionCache.lifetime,
        mail: RecordedMail? = nil,
        prepare: @escaping @Sendable (TestServer) async throws -> Prepared,
        request: @escaping @Sendable (TestServer, Prepared) async throws -> Answer,
        verify: @escaping @Sendable (TestServer, [Answer]) async throws -> Void
    ) async throws {
        let faults = StoreFaults()
        try await TestServer.with(mail: mail, wrapping: { FaultyStore($0, faults) }) { server in
            let prepared = try await prepare(server)
            var answers: [Answer] = []
            for number in 1...20 {
                // What was remembered is out of date then, so that each attempt asks the store afresh.
                server.clock.advance(pause)
                faults.fail(call: number, moment)
                let answer = try await request(server, prepared)
                answers.append(answer)
                guard answer.status == 503 else { break }
                #expect(try answer.errorType() == "service_unavailable")
                #expect(answer[header: "Retry-After"] != nil)
            }
            faults.stop()
            #expect(answers.count > 1, "no call failed")
            try await verify(server, answers)
        }
    }
}
