import Domain
import Foundation

/// The collection `jobs`.
struct MongoJobRepository: JobRepository {
    let collection: MongoCollection

    func create(_ job: Job) async throws -> Bool {
        do {
            try await collection.insert(job.document)
            return true
        } catch is DuplicateKeyError {
            let content = job.document.withoutID
            return try await collection.findAndUpdate(
                ["_id": .string(job.id), "failed_at": ["$ne": nil]], ["$set": .document(content)], fields: ["_id": 1]) != nil
        }
    }

    func claim(kinds: [String], lease: String, at now: Date, until end: Date) async throws -> Job? {
        let due: BSONDocument = [
            "failed_at": nil, "run_at": ["$lte": .date(now)], "kind": ["$in": .array(kinds.map(BSONValue.string))],
        ]
        let update: BSONDocument = ["$set": ["lease": .string(lease), "run_at": .date(end)], "$inc": ["attempts": .int64(1)]]
        let document = try await collection.findAndUpdate(due, update, sort: ["run_at": 1])
        return try await collection.translatingErrors { try document.map(Job.init(document:)) }
    }

    func extend(id: String, lease: String, until end: Date) async throws -> Bool {
        try await change(["_id": .string(id), "lease": .string(lease)], ["run_at": .date(end)])
    }

    func finish(id: String, lease: String) async throws -> Bool {
        try await collection.findAndRemove(["_id": .string(id), "lease": .string(lease)])
    }

    func release(id: String, lease: String, _ failure: JobFailure) async throws -> Bool {
        var changes: BSONDocument = ["lease": nil, "last_error": .string(failure.reason)]
        switch failure.consequence {
        case .again(let date): changes.append("run_at", .date(date))
        case .givenUp(let date): changes.append("failed_at", .date(date))
        }
        return try await change(["_id": .string(id), "lease": .string(lease)], changes)
    }

    func findAll(limit: Int) async throws -> [Job] {
        let documents = try await collection.find([:], sort: ["created_at": 1, "_id": 1], limit: limit)
        return try await collection.translatingErrors { try documents.map(Job.init(document:)) }
    }

    func backlog() async throws -> JobBacklog {
        let oldest = try await collection.find(["failed_at": nil], sort: ["run_at": 1], fields: ["run_at": 1], limit: 1)
        return JobBacklog(
            waiting: try await collection.count(["failed_at": nil]),
            failed: try await collection.count(["failed_at": ["$gt": .date(Project.removal)]]),
            oldestDue: try await collection.translatingErrors { try oldest.first?.date("run_at") })
    }

    func retry(id: String, at now: Date) async throws -> Bool {
        try await change(
            ["_id": .string(id), "lease": nil], ["failed_at": nil, "attempts": .int(0), "run_at": .date(now)])
    }

    func drop(id: String) async throws -> Bool {
        try await collection.findAndRemove(["_id": .string(id)])
    }

    func removeFailed(before date: Date) async throws -> Int {
        try await collection.deleteMany(["failed_at": ["$lt": .date(date)]])
    }

    private func change(_ query: BSONDocument, _ changes: BSONDocument) async throws -> Bool {
        try await collection.findAndUpdate(query, ["$set": .document(changes)], fields: ["_id": 1]) != nil
    }
}

extension Job {
    fileprivate var document: BSONDocument {
        [
            "_id": .string(id), "kind": .string(kind), "payload": .string(payload), "created_at": .date(createdAt), "run_at": .date(runAt),
            "attempts": .int(attempts), "lease": .optional(lease), "failed_at": .optional(failedAt), "last_error": .optional(lastError),
        ]
    }

    fileprivate init(document: BSONDocument) throws {
        self.init(
            id: try document.string("_id"), kind: try document.string("kind"), payload: try document.string("payload"),
            createdAt: try document.date("created_at"), runAt: try document.date("run_at"), attempts: try document.int("attempts"),
            lease: try document.optional("lease", document.string), failedAt: try document.optional("failed_at", document.date),
            lastError: try document.optional("last_error", document.string))
    }
}
