import Domain
import NIOPosix
import Synchronization

/// Runs blocking calls on threads of their own, as many as there are connections, and lets no caller wait too long.
///
/// The driver can't be interrupted, so a caller whose time is up is told so and leaves; the thread goes on until the driver gives up.
final class BlockingCalls: Sendable {
    private struct Pending {
        var calls: [UInt64: any AnyBlockingCall] = [:]
        var nextNumber: UInt64 = 0
        var isWatched = false
    }

    private static let watchInterval = Duration.milliseconds(50)

    private let threads: NIOThreadPool
    private let startTimeout: Duration
    private let finishTimeout: Duration
    private let pending = Mutex(Pending())

    init(threads count: Int, startTimeout: Duration, finishTimeout: Duration) {
        threads = NIOThreadPool(numberOfThreads: count)
        self.startTimeout = startTimeout
        self.finishTimeout = finishTimeout
        threads.start()
    }

    /// - Throws: What `body` throws; ``StoreUnavailableError`` when no thread was free in time or `body` took too long. In the second
    ///   case its work may still be done later.
    func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let now = ContinuousClock.now
            let call = BlockingCall(continuation, startBy: now + startTimeout, finishBy: now + finishTimeout)
            let number = add(call)
            threads.submit { [self] state in
                if state == .active, call.begin() {
                    call.finish(Result(catching: body))
                } else {
                    call.finish(.failure(StoreUnavailableError(reason: "The connections to MongoDB are closed")))
                }
                pending.withLock { _ = $0.calls.removeValue(forKey: number) }
            }
        }
    }

    /// Lets running calls end; those that wait fail.
    /// - Parameter last: Done when no call runs any more, on a thread that may be blocked.
    func close(_ last: @escaping @Sendable () -> Void = {}) async {
        try? await threads.shutdownGracefully()
        try? await NIOThreadPool.singleton.runIfActive(last)
    }

    private func add(_ call: any AnyBlockingCall) -> UInt64 {
        let (number, mustWatch) = pending.withLock { pending in
            pending.nextNumber += 1
            pending.calls[pending.nextNumber] = call
            defer { pending.isWatched = true }
            return (pending.nextNumber, !pending.isWatched)
        }
        if mustWatch { Task { await watch() } }
        return number
    }

    /// Looks after the calls for as long as there are any.
    private func watch() async {
        repeat {
            try? await Task.sleep(for: Self.watchInterval)
        } while expireOverdue()
    }

    /// - Returns: Whether there is anything left to watch.
    private func expireOverdue() -> Bool {
        let now = ContinuousClock.now
        let calls = pending.withLock { pending in
            pending.isWatched = !pending.calls.isEmpty
            return pending.calls
        }
        for call in calls.values { call.expire(at: now) }
        return !calls.isEmpty
    }
}
