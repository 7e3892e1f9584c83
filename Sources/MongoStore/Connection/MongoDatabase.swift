import Domain
import Synchronization

/// One database of a MongoDB deployment: sends commands and reads replies.
final class MongoDatabase: Sendable {
    private let pool: ConnectionPool
    private let calls: BlockingCalls
    private let timeLimit: BSONValue
    private let isOpen = Atomic(true)
    /// Called with every command that is sent; a test looks at them.
    let observer = Mutex<(@Sendable (MongoCommand) -> Void)?>(nil)

    /// - Throws: ``StoreUnavailableError`` when the address is wrong.
    init(url: String, timeouts: MongoTimeouts) throws {
        do {
            pool = try ConnectionPool(url: url, timeouts: timeouts)
        } catch {
            throw StoreUnavailableError.translating(error)
        }
        calls = BlockingCalls(threads: pool.size, startTimeout: timeouts.start, finishTimeout: timeouts.finish)
        timeLimit = .int32(timeouts.command.milliseconds)
    }

    /// - Throws: ``MongoError`` when the command, or one of the writes in it, failed; ``StoreUnavailableError``; ``BSONError``.
    func run(_ command: MongoCommand) async throws -> BSONDocument {
        try checked(BSONReader.document(await send(command)))
    }

    /// What `read` makes of each document that a `find` gives.
    /// - Throws: As ``run(_:)``.
    func rows<Row>(_ command: MongoCommand, _ read: (inout BSONReader) throws -> Row) async throws -> [Row] {
        try BSONReader.rows(of: await send(command), read)
    }

    private func send(_ command: MongoCommand) async throws -> [UInt8] {
        observer.withLock { $0 }?(command)
        var document = command.document
        document.append("maxTimeMS", timeLimit)
        let (bytes, kind) = (try BSONWriter.bytes(of: document), command.kind)
        return try await calls.run { [pool] in try pool.run(bytes, kind) }
    }

    /// - Throws: As ``run(_:)``.
    func insert(_ document: BSONDocument, into collection: String) async throws {
        let bytes = try BSONWriter.bytes(of: document)
        _ = try await calls.run { [pool] in try pool.insert(bytes, into: collection) }
    }

    /// Inserts those whose `_id` is not taken.
    /// - Throws: As ``run(_:)``.
    func insertNew(_ documents: [BSONDocument], into collection: String) async throws {
        let updates = try documents.map { document -> BSONValue in
            let content = BSONDocument(fields: document.fields.filter { $0.name != "_id" })
            return ["q": ["_id": .string(try document.string("_id"))], "u": ["$setOnInsert": .document(content)], "upsert": true]
        }
        _ = try await run(MongoCommand(.write, ["update": .string(collection), "updates": .array(updates), "ordered": false]))
    }

    /// The documents that a `find` or `aggregate` gives in its first batch.
    func documents(_ command: MongoCommand) async throws -> [BSONDocument] {
        try await run(command).document("cursor").documents("firstBatch")
    }

    func close() async {
        // A second time there is nothing to close.
        guard isOpen.exchange(false, ordering: .relaxed) else { return }
        await calls.close { [pool] in pool.close() }
    }

    /// A command of many writes succeeds as a whole even when each of them fails.
    private func checked(_ reply: BSONDocument) throws -> BSONDocument {
        if case .array(let errors) = reply["writeErrors"], case .document(let first) = errors.first {
            throw MongoError(code: try first.int("code"), message: try first.string("errmsg"))
        }
        if case .document(let error) = reply["writeConcernError"] {
            throw MongoError(code: nil, message: "not acknowledged by a majority: \(try error.string("errmsg"))")
        }
        return reply
    }
}
