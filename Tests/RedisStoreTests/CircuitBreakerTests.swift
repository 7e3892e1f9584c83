import TestSupport
import Testing

@testable import RedisStore

@Suite("Circuit breaker")
struct CircuitBreakerTests {
    private let clock = TestClock()

    private func opened() -> CircuitBreaker {
        let breaker = CircuitBreaker(clock: clock.wallClock)
        for _ in 0..<5 { breaker.failed(.call) }
        return breaker
    }

    @Test func fiveFailuresInARowAreEnough() {
        let breaker = CircuitBreaker(clock: clock.wallClock)
        for _ in 0..<4 { breaker.failed(.call) }
        #expect(breaker.admit() == .call)
        breaker.failed(.call)
        #expect(breaker.admit() == nil && !breaker.isClosed)
    }

    @Test func aSuccessBetweenThemCountsAnew() {
        let breaker = CircuitBreaker(clock: clock.wallClock)
        for _ in 0..<10 {
            for _ in 0..<4 { breaker.failed(.call) }
            breaker.succeeded(.call)
        }
        #expect(breaker.admit() == .call)
    }

    @Test func afterASecondOneMayTry() {
        let breaker = opened()
        clock.advance(0.999)
        #expect(breaker.admit() == nil)
        clock.advance(0.001)
        #expect(breaker.admit() == .probe)
        #expect(breaker.admit() == nil, "one, and no other")
        breaker.succeeded(.probe)
        #expect(breaker.admit() == .call && breaker.isClosed)
    }

    @Test func aProbeThatFailsMeansAnotherSecond() {
        let breaker = opened()
        clock.advance(1)
        #expect(breaker.admit() == .probe)
        breaker.failed(.probe)
        clock.advance(0.999)
        #expect(breaker.admit() == nil)
        clock.advance(0.001)
        #expect(breaker.admit() == .probe)
    }

    /// What was asked before says nothing about now.
    @Test func whoWasAdmittedBeforeChangesNothing() {
        let breaker = opened()
        breaker.succeeded(.call)
        #expect(breaker.admit() == nil)
        clock.advance(1)
        #expect(breaker.admit() == .probe)
        breaker.failed(.call)
        breaker.succeeded(.call)
        #expect(breaker.admit() == nil)
    }

    @Test func aProbeOfWhichNothingIsHeardIsNotTheLast() {
        let breaker = opened()
        clock.advance(1)
        #expect(breaker.admit() == .probe)
        clock.advance(1)
        #expect(breaker.admit() == .probe)
    }

    @Test func aClockThatIsSetBackKeepsNobodyOut() {
        let breaker = opened()
        clock.advance(-3600)
        #expect(breaker.admit() == .probe)
    }
}
