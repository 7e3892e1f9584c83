import CommandLineSupport
import Domain
import Foundation

/// A job, for the operator to read. What it is to be done with is in the JSON only: it names people.
struct JobReport: Encodable, CustomStringConvertible {
    let id: String
    let kind: String
    let payload: String
    let createdAt: Date
    let runAt: Date
    let attempts: Int
    let isInWork: Bool
    let failedAt: Date?
    let lastError: String?

    init(_ job: Job) {
        (id, kind, payload, createdAt, runAt) = (job.id, job.kind, job.payload, job.createdAt, job.runAt)
        (attempts, isInWork, failedAt, lastError) = (job.attempts, job.lease != nil, job.failedAt, job.lastError)
    }

    var description: String {
        let state =
            if let failedAt { "given up \(failedAt.ISO8601Format())" } else { isInWork ? "in work" : "due \(runAt.ISO8601Format())" }
        var facts = ["\"\(id)\"", state, "\(attempts) attempts"]
        if let lastError { facts.append(lastError) }
        return facts.joined(separator: "  ").printed
    }
}
