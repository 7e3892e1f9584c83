import Domain
import Foundation
import Synchronization

/// Requests that Redis has granted in advance, to be spent here within a second: a busy key asks once for many.
///
/// One question a key is under way at a time. Who comes meanwhile waits for it, and the next question is for all who still wait then: so as
/// many as come at once neither ask as often, nor take more from Redis than they need.
final class GrantedChunks: Sendable {
    /// Asks Redis for so many requests; `nil` when it can't be asked.
    typealias Question = @Sendable (_ wanted: Int) async -> LimitGrant?

    private typealias Waiter = CheckedContinuation<LimitGrant?, Never>

    private struct Chunk {
        /// Granted and not spent.
        var unspent = 0
        /// What Redis had left.
        var left = 0
        var grantedAt = Date.distantPast
        var waiters: [Waiter] = []
        var isAskedFor = false

        func isFresh(at now: Date) -> Bool {
            unspent > 0 && (grantedAt..<grantedAt + GrantedChunks.lifetime).contains(now)
        }

        mutating func spend() -> LimitGrant {
            unspent -= 1
            return LimitGrant(taken: 1, left: left + unspent)
        }
    }

    private enum Step {
        case spent(LimitGrant)
        case ask, wait
    }

    /// In seconds: what is not spent by then is lost.
    private static let lifetime: TimeInterval = 1
    private static let keyLimit = 100_000

    private let clock: WallClock
    private let chunks = Mutex<[RateLimitKey: Chunk]>([:])

    init(clock: WallClock) {
        self.clock = clock
    }

    /// How many keys are remembered.
    var keyCount: Int { chunks.withLock { $0.count } }

    /// Takes one request.
    /// - Parameter size: How many to ask for at a time.
    /// - Returns: What `question` was answered where nothing was granted.
    func take(_ key: RateLimitKey, size: Int, _ question: @escaping Question) async -> LimitGrant? {
        await withCheckedContinuation { waiter in
            switch step(key, waiter) {
            case .spent(let grant): waiter.resume(returning: grant)
            case .ask: Task { await ask(key, size, question) }
            case .wait: break
            }
        }
    }

    private func step(_ key: RateLimitKey, _ waiter: Waiter) -> Step {
        let now = clock.now
        return chunks.withLock { chunks in
            if chunks.count >= Self.keyLimit, chunks[key] == nil { Self.makeRoom(in: &chunks, at: now) }
            if chunks[key]?.isFresh(at: now) == true, let grant = chunks[key]?.spend() { return .spent(grant) }
            chunks[key, default: Chunk()].waiters.append(waiter)
            guard chunks[key]?.isAskedFor == false else { return .wait }
            chunks[key]?.isAskedFor = true
            return .ask
        }
    }

    private func ask(_ key: RateLimitKey, _ size: Int, _ question: Question) async {
        var wanted = size
        while wanted > 0 {
            let grant = await question(wanted)
            let (served, waiting) = serve(key, grant)
            for (waiter, grant) in served { waiter.resume(returning: grant) }
            wanted = waiting == 0 ? 0 : max(size, waiting)
        }
    }

    /// Gives those who wait what is granted, in the order in which they came; nothing to all of them, if nothing is.
    /// - Returns: How many wait still.
    private func serve(_ key: RateLimitKey, _ grant: LimitGrant?) -> (served: [(Waiter, LimitGrant?)], waiting: Int) {
        let now = clock.now
        return chunks.withLock { chunks in
            guard var chunk = chunks.removeValue(forKey: key) else { return ([], 0) }
            guard let grant, grant.taken > 0 else { return (chunk.waiters.map { ($0, grant) }, 0) }
            (chunk.unspent, chunk.left, chunk.grantedAt) = (grant.taken, grant.left, now)
            let served = chunk.waiters.prefix(grant.taken).map { ($0, Optional(chunk.spend())) }
            chunk.waiters.removeFirst(served.count)
            chunk.isAskedFor = !chunk.waiters.isEmpty
            chunks[key] = chunk
            return (served, chunk.waiters.count)
        }
    }

    /// Forgets what is lost, and in a flood of new keys all that nobody waits for: better than to run out of memory.
    private static func makeRoom(in chunks: inout [RateLimitKey: Chunk], at now: Date) {
        chunks = chunks.filter { $0.value.isAskedFor || $0.value.isFresh(at: now) }
        if chunks.count >= keyLimit { chunks = chunks.filter { $0.value.isAskedFor } }
    }
}
