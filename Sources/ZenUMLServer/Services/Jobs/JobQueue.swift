import Domain
import Foundation

/// Where work is put that nobody is to wait for.
struct JobQueue: Sendable {
    let jobs: any JobRepository
    let clock: WallClock

    /// - Parameters:
    ///   - name: Of the work: while a job of the name is there, it is not added again.
    ///   - payload: Holds no secret: whoever can read the database can read it.
    ///   - delay: In seconds, before which it is not done.
    func add(_ kind: JobKind, named name: String, _ payload: some Encodable, after delay: TimeInterval = 0) async throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let text = String(decoding: try encoder.encode(payload), as: UTF8.self)
        let now = clock.now
        _ = try await jobs.create(
            Job(id: "\(kind.rawValue) \(name)", kind: kind.rawValue, payload: text, createdAt: now, runAt: now + delay))
    }
}

extension Job {
    /// - Throws: ``JobRefusal`` when it is not what the job's kind needs.
    func payload<Payload: Decodable>(as type: Payload.Type) throws -> Payload {
        do {
            return try JSONDecoder().decode(type, from: Data(payload.utf8))
        } catch {
            throw JobRefusal(description: "its payload is none of a \(kind)")
        }
    }
}
