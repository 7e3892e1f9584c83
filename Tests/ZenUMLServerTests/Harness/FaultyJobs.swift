import Domain
import Foundation

/// Jobs whose calls something comes between.
struct FaultyJobs: JobRepository {
    let base: any JobRepository
    let faults: any StoreInterception

    func create(_ job: Job) async throws -> Bool { try await faults.around { try await base.create(job) } }
    func claim(kinds: [String], lease: String, at now: Date, until end: Date) async throws -> Job? {
        try await faults.around { try await base.claim(kinds: kinds, lease: lease, at: now, until: end) }
    }
    func extend(id: String, lease: String, until end: Date) async throws -> Bool {
        try await faults.around { try await base.extend(id: id, lease: lease, until: end) }
    }
    func backlog() async throws -> JobBacklog { try await faults.around { try await base.backlog() } }
    func finish(id: String, lease: String) async throws -> Bool { try await faults.around { try await base.finish(id: id, lease: lease) } }
    func release(id: String, lease: String, _ failure: JobFailure) async throws -> Bool {
        try await faults.around { try await base.release(id: id, lease: lease, failure) }
    }
    func findAll(limit: Int) async throws -> [Job] { try await faults.around { try await base.findAll(limit: limit) } }
    func retry(id: String, at now: Date) async throws -> Bool { try await faults.around { try await base.retry(id: id, at: now) } }
    func drop(id: String) async throws -> Bool { try await faults.around { try await base.drop(id: id) } }
    func removeFailed(before date: Date) async throws -> Int { try await faults.around { try await base.removeFailed(before: date) } }
}
