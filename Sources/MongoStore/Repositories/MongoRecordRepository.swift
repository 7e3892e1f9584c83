import Domain

/// All collections, record by record.
struct MongoRecordRepository: RecordRepository {
    let database: MongoDatabase

    func records(in collection: StoredRecord.Collection, after id: String?, limit: Int) async throws -> [StoredRecord] {
        let filter: BSONDocument = id.map { ["_id": ["$gt": .string($0)]] } ?? [:]
        do {
            let documents = try await database.documents(.find(collection.rawValue, filter, sort: ["_id": 1], limit: limit))
            return try documents.map { try StoredRecord(collection, document: $0) }
        } catch {
            throw StoreUnavailableError.translating(error)
        }
    }

    func put(_ records: [StoredRecord]) async throws {
        guard let first = records.first else { return }
        let updates = records.map { record -> BSONValue in
            ["q": ["_id": .string(record.id)], "u": .document(record.document), "upsert": true]
        }
        do {
            _ = try await database.run(
                MongoCommand(.write, ["update": .string(first.collection.rawValue), "updates": .array(updates), "ordered": false]))
        } catch let error as MongoError where error.code == MongoError.Code.duplicateKey {
            let keys: [(String, DuplicateKeyError.Key)] = [("email_unique", .email), ("identity_unique", .identity), ("token_unique", .token)]
            throw DuplicateKeyError(key: keys.first { error.message.contains($0.0) }?.1 ?? .id)
        } catch {
            throw StoreUnavailableError.translating(error)
        }
    }

    func remove(_ ids: [String], in collection: StoredRecord.Collection) async throws {
        do {
            _ = try await database.run(.deleteMany(collection.rawValue, ["_id": ["$in": .array(ids.map(BSONValue.string))]]))
        } catch {
            throw StoreUnavailableError.translating(error)
        }
    }
}

extension StoredRecord {
    fileprivate init(_ collection: Collection, document: BSONDocument) throws {
        self =
            switch collection {
            case .users: .user(try User(document: document))
            case .refreshTokens: .session(try Session(document: document))
            case .statusChecks: .statusCheck(try StatusCheck(document: document))
            case .signIns: .signIn(id: try document.string("_id"), expiresAt: try document.date("expires_at"))
            case .projects: .project(try Project(document: document))
            case .diagrams: .diagram(try Diagram(document: document))
            case .accessLists: .accessList(try AccessList(document: document))
            case .versions: .version(try DiagramVersion(document: document))
            case .accountTokens: .accountToken(try AccountToken(document: document))
            }
    }

    fileprivate var document: BSONDocument {
        switch self {
        case .user(let user): user.document
        case .session(let session): session.document
        case .statusCheck(let check): check.document
        case .signIn(let id, let expiresAt): ["_id": .string(id), "expires_at": .date(expiresAt)]
        case .project(let project): project.document
        case .diagram(let diagram): diagram.document
        case .accessList(let list): list.document
        case .version(let version): version.document
        case .accountToken(let token): token.document
        }
    }
}
