import Domain
import Synchronization
import Testing

@testable import ZenUMLServer

struct FairTurnstileTests {
    private struct Refused: Error {}

    /// Work that stays inside until it is let go, and the order in which it came in.
    private final class Room: Sendable {
        private struct State {
            var entered: [String] = []
            var gates: [CheckedContinuation<Void, Never>] = []
            var most = 0
        }

        private let state = Mutex(State())

        var entered: [String] { state.withLock { $0.entered } }
        var most: Int { state.withLock { $0.most } }

        func stay(_ name: String) async {
            await withCheckedContinuation { gate in
                state.withLock { state in
                    state.entered.append(name)
                    state.gates.append(gate)
                    state.most = max(state.most, state.gates.count)
                }
            }
        }

        func letOneGo() -> Bool {
            let gate = state.withLock { $0.gates.isEmpty ? nil : $0.gates.removeFirst() }
            gate?.resume()
            return gate != nil
        }
    }

    private static func turnstile(places: Int = 1, perClient: Int? = nil, waiting: Int = 100, waitingPerClient: Int = 100) -> FairTurnstile {
        FairTurnstile(
            .init(places: places, placesPerClient: perClient, waiting: waiting, waitingPerClient: waitingPerClient, longestWait: .seconds(60)),
            refusal: "full")
    }

    /// Waits for what other tasks do.
    private static func until(_ condition: () -> Bool) async {
        while !condition() { await Task.yield() }
    }

    @Test func clientsTakeTurnsHoweverMuchOneAsksFor() async throws {
        let (turnstile, room) = (Self.turnstile(), Room())
        try await withThrowingTaskGroup(of: Void.self) { group in
            func come(_ client: String, _ name: String) {
                group.addTask { try await turnstile.pass(.account(client)) { await room.stay(name) } }
            }
            come("greedy", "g0")
            await Self.until { room.entered == ["g0"] }
            for number in 1...5 {
                come("greedy", "g\(number)")
                await Self.until { turnstile.waitingCount == number }
            }
            come("ada", "a1")
            await Self.until { turnstile.waitingCount == 6 }
            come("bob", "b1")
            await Self.until { turnstile.waitingCount == 7 }
            for count in 2...8 {
                #expect(room.letOneGo())
                await Self.until { room.entered.count == count }
            }
            #expect(room.letOneGo())
            try await group.waitForAll()
        }
        #expect(room.entered == ["g0", "g1", "a1", "b1", "g2", "g3", "g4", "g5"])
        #expect(room.most == 1)
    }

    @Test func oneClientDoesNotTakeAllPlaces() async throws {
        let (turnstile, room) = (Self.turnstile(places: 3, perClient: 2), Room())
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...3 { group.addTask { try await turnstile.pass(.account("greedy")) { await room.stay("g\(number)") } } }
            await Self.until { room.entered.count == 2 && turnstile.waitingCount == 1 }
            group.addTask { try await turnstile.pass(.account("ada")) { await room.stay("a") } }
            await Self.until { room.entered.count == 3 }
            #expect(room.entered.last == "a")
            for _ in 1...4 { await Self.until { room.letOneGo() } }
            try await group.waitForAll()
        }
        #expect(room.entered.count == 4)
    }

    @Test func whatIsTooMuchIsRefusedAtOnce() async throws {
        let (turnstile, room) = (Self.turnstile(waiting: 2, waitingPerClient: 1), Room())
        try await withThrowingTaskGroup(of: Void.self) { group in
            for client in ["a", "b", "c"] {
                group.addTask { try await turnstile.pass(.account(client)) { await room.stay(client) } }
                await Self.until { room.entered.count + turnstile.waitingCount == ["a": 1, "b": 2, "c": 3][client] }
            }
            for client in ["b", "d"] {
                await #expect(throws: DomainError.overloaded("full")) { try await turnstile.pass(.account(client)) {} }
            }
            for _ in 1...3 { await Self.until { room.letOneGo() } }
            try await group.waitForAll()
        }
    }

    @Test func whoHasGoneDoesNotWait() async throws {
        let (turnstile, room) = (Self.turnstile(), Room())
        let inside = Task { try await turnstile.pass(.account("a")) { await room.stay("a") } }
        await Self.until { room.entered == ["a"] }
        let waiting = Task { try await turnstile.pass(.account("b")) { await room.stay("b") } }
        await Self.until { turnstile.waitingCount == 1 }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        #expect(turnstile.waitingCount == 0)
        #expect(room.letOneGo())
        try await inside.value
        #expect(try await turnstile.pass(.account("c")) { 7 } == 7)
    }

    @Test func nobodyWaitsForLongerThanAnAnswerIsOfUse() async throws {
        let limits = FairTurnstile.Limits(places: 1, waiting: 9, waitingPerClient: 9, longestWait: .milliseconds(1))
        let (turnstile, room) = (FairTurnstile(limits, refusal: "full"), Room())
        let inside = Task { try await turnstile.pass(.account("a")) { await room.stay("a") } }
        await Self.until { room.entered == ["a"] }
        await #expect(throws: DomainError.overloaded("full")) { try await turnstile.pass(.account("b")) {} }
        #expect(room.letOneGo())
        try await inside.value
    }

    @Test func aFailureFreesItsPlace() async throws {
        let turnstile = Self.turnstile()
        for _ in 0..<3 {
            await #expect(throws: Refused.self) { try await turnstile.pass(.account("a")) { throw Refused() } }
        }
        #expect(try await turnstile.pass(.account("a")) { 7 } == 7)
    }

    /// Whatever comes, waits, is cancelled and goes at once: nobody is forgotten, and no place is lost.
    @Test func manyAtOnceLoseNoPlace() async throws {
        let turnstile = Self.turnstile(places: 3, waiting: 1000, waitingPerClient: 1000)
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<500 {
                group.addTask {
                    let task = Task { try await turnstile.pass(.account("\(number % 7)")) { await Task.yield() } }
                    if number.isMultiple(of: 3) { task.cancel() }
                    _ = await task.result
                }
            }
        }
        #expect(turnstile.waitingCount == 0)
        let room = Room()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<3 { group.addTask { try await turnstile.pass(.account("\(number)")) { await room.stay("x") } } }
            await Self.until { room.entered.count == 3 }
            for _ in 0..<3 { #expect(room.letOneGo()) }
            try await group.waitForAll()
        }
    }
}
