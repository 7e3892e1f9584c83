import Dispatch
import Domain
import Testing

@testable import MongoStore

@Suite("Calls that block")
struct BlockingCallsTests {
    @Test func resultsAndErrorsComeBack() async throws {
        let calls = BlockingCalls(threads: 2, startTimeout: .seconds(60), finishTimeout: .seconds(60))
        let results = try await withThrowingTaskGroup(of: Int.self) { group in
            for index in 0..<100 { group.addTask { try await calls.run { index } } }
            return try await group.reduce(0, +)
        }
        #expect(results == 4950)
        await #expect(throws: DuplicateKeyError(key: .id)) { try await calls.run { throw DuplicateKeyError(key: .id) } }
        await calls.close()
    }

    @Test func whoFindsNoThreadInTimeIsTurnedAway() async throws {
        let calls = BlockingCalls(threads: 1, startTimeout: .milliseconds(50), finishTimeout: .seconds(60))
        let (gate, begun) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        async let first = calls.run {
            begun.signal()
            gate.wait()
            return "done"
        }
        await waitOnAThread(begun)
        await #expect(throws: StoreUnavailableError.self) { try await calls.run { "never" } }
        gate.signal()
        #expect(try await first == "done")
        // The thread is free again, and the call that was turned away is not made up for.
        #expect(try await calls.run { "next" } == "next")
        await calls.close()
    }

    @Test func whoWaitsTooLongForTheEndLeaves() async throws {
        let calls = BlockingCalls(threads: 1, startTimeout: .seconds(60), finishTimeout: .milliseconds(50))
        let gate = DispatchSemaphore(value: 0)
        await #expect(throws: StoreUnavailableError.self) { try await calls.run { gate.wait() } }
        gate.signal()
        #expect(try await calls.run { "next" } == "next")
        await calls.close()
    }

    @Test func afterTheEndEveryCallFails() async {
        let calls = BlockingCalls(threads: 1, startTimeout: .seconds(60), finishTimeout: .seconds(60))
        await calls.close()
        await #expect(throws: StoreUnavailableError.self) { try await calls.run { "never" } }
    }

    private func waitOnAThread(_ semaphore: DispatchSemaphore) async {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                semaphore.wait()
                continuation.resume()
            }
        }
    }
}
