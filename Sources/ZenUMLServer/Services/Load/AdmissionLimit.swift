import Domain
import Synchronization

/// Refuses work at once when too much is under way: the last in a long queue would be answered too late to be of use.
final class AdmissionLimit: Sendable {
    private let limit: Int
    private let refusal: String
    private let underWay = Mutex(0)

    /// - Parameters:
    ///   - limit: How many may be under way, those that wait for a thread or a place included.
    ///   - refusal: What the others are told.
    init(_ limit: Int, refusal: String) {
        self.limit = limit
        self.refusal = refusal
    }

    /// - Throws: ``DomainError/overloaded(_:)`` at the limit; what `work` throws.
    func admit<Result: Sendable>(_ work: @Sendable () async throws -> Result) async throws -> Result {
        let isAdmitted = underWay.withLock { count in
            guard count < limit else { return false }
            count += 1
            return true
        }
        guard isAdmitted else { throw DomainError.overloaded(refusal) }
        defer { underWay.withLock { $0 -= 1 } }
        return try await work()
    }
}
