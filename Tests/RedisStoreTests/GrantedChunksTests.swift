import Domain
import Synchronization
import TestSupport
import Testing

@testable import RedisStore

@Suite("Requests granted in advance")
struct GrantedChunksTests {
    /// Answers how many are wanted, and waits before each answer until it may.
    private final class Bank: Sendable {
        private let left: Mutex<Int>
        private let wishes = Mutex<[Int]>([])
        private let isOpen: Mutex<Bool>

        init(_ count: Int, isOpen: Bool = true) {
            left = Mutex(count)
            self.isOpen = Mutex(isOpen)
        }

        var wanted: [Int] { wishes.withLock { $0 } }

        func open() { isOpen.withLock { $0 = true } }

        func grant(_ wanted: Int) async -> LimitGrant? {
            wishes.withLock { $0.append(wanted) }
            while !isOpen.withLock({ $0 }) { await Task.yield() }
            return left.withLock { left in
                let taken = min(wanted, left)
                left -= taken
                return LimitGrant(taken: taken, left: left, wait: taken == 0 ? 3 : 0)
            }
        }
    }

    private let clock = TestClock()
    private let key = RateLimitKey(policy: .default, subject: .account("ada"))

    private func chunks() -> GrantedChunks { GrantedChunks(clock: clock.wallClock) }

    @Test func oneQuestionIsForMany() async {
        let (chunks, bank) = (chunks(), Bank(100))
        for number in 1...10 {
            let grant = await chunks.take(key, size: 10) { await bank.grant($0) }
            #expect(grant == LimitGrant(taken: 1, left: 100 - number))
        }
        #expect(bank.wanted == [10])
        _ = await chunks.take(key, size: 10) { await bank.grant($0) }
        #expect(bank.wanted == [10, 10])
    }

    @Test func whatIsNotSpentWithinASecondIsLost() async {
        let (chunks, bank) = (chunks(), Bank(100))
        _ = await chunks.take(key, size: 10) { await bank.grant($0) }
        clock.advance(0.999)
        _ = await chunks.take(key, size: 10) { await bank.grant($0) }
        #expect(bank.wanted == [10])
        clock.advance(0.001)
        _ = await chunks.take(key, size: 10) { await bank.grant($0) }
        #expect(bank.wanted == [10, 10])
    }

    @Test func aClockThatIsSetBackSpendsNothingForLonger() async {
        let (chunks, bank) = (chunks(), Bank(100))
        _ = await chunks.take(key, size: 10) { await bank.grant($0) }
        clock.advance(-3600)
        _ = await chunks.take(key, size: 10) { await bank.grant($0) }
        #expect(bank.wanted == [10, 10])
    }

    /// Neither does each ask, nor does each take a chunk of which the rest is lost.
    @Test func thoseWhoComeAtOnceAskTogether() async {
        let (chunks, bank) = (chunks(), Bank(1000, isOpen: false))
        let count = 100
        await withTaskGroup { group in
            for _ in 0..<count { group.addTask { await chunks.take(key, size: 3) { await bank.grant($0) } } }
            while bank.wanted.isEmpty { await Task.yield() }
            bank.open()
            var grants: [LimitGrant?] = []
            for await grant in group { grants.append(grant) }
            #expect(grants.count == count && grants.allSatisfy { $0?.taken == 1 })
            #expect(Set(grants.compactMap { $0?.left }).count == count, "each was counted")
        }
        #expect(bank.wanted.reduce(0, +) <= count + 2 * bank.wanted.count, "no more than needed: \(bank.wanted)")
    }

    @Test func whatIsLeftIsGivenAndTheRestRefused() async {
        let (chunks, bank) = (chunks(), Bank(25))
        var grants: [LimitGrant?] = []
        for _ in 0..<30 { grants.append(await chunks.take(key, size: 10) { await bank.grant($0) }) }
        #expect(grants.count { $0?.taken == 1 } == 25)
        #expect(grants.last == LimitGrant(taken: 0, left: 0, wait: 3))
        #expect(bank.wanted.prefix(3) == [10, 10, 10])
    }

    @Test func whereNobodyAnswersNothingIsKept() async {
        let chunks = chunks()
        for _ in 0..<3 { #expect(await chunks.take(key, size: 10) { _ in nil } == nil) }
        #expect(chunks.keyCount == 0)
    }

    /// A flood of made-up keys must not exhaust the memory.
    @Test func keysAreForgotten() async {
        let chunks = chunks()
        for number in 0..<100_500 {
            let key = RateLimitKey(policy: .default, subject: .account("\(number)"))
            _ = await chunks.take(key, size: 10) { LimitGrant(taken: $0, left: 0) }
        }
        #expect(chunks.keyCount <= 100_000)
    }
}
