import Domain

/// Makes the collections, validators and indexes that are missing. Several servers may do so at the same time.
struct SchemaInstaller {
    /// What is there is told in seconds; what is missing may take long to make.
    let inspection: MongoDatabase
    let administration: MongoDatabase

    /// - Throws: ``StoreUnavailableError``; its reason names the documents that stand in the way of an index.
    func install() async throws {
        do {
            for schema in Schema.all { try await install(schema) }
            try await DiagramWordsUpgrade(database: administration).run()
            try await ProjectTrashUpgrade(database: administration).run()
            try await DiagramBytesUpgrade(database: administration).run()
        } catch {
            throw StoreUnavailableError.translating(error)
        }
    }

    private func install(_ schema: CollectionSchema) async throws {
        switch try await validator(of: schema.name) {
        case .none: try await create(schema)
        case .some(schema.validator): break
        case .some: try await setValidator(schema)
        }
        let missing = try await schema.missingIndexes(in: inspection)
        if !missing.isEmpty { try await create(missing, in: schema.name) }
    }

    /// - Returns: An empty document when the collection has none, `nil` when there is no such collection.
    private func validator(of collection: String) async throws -> BSONDocument? {
        let command = MongoCommand(.other, ["listCollections": 1, "filter": ["name": .string(collection)]])
        guard let found = try await inspection.documents(command).first else { return nil }
        guard case .document(let validator) = try found.document("options")["validator"] else { return [:] }
        return validator
    }

    private func create(_ schema: CollectionSchema) async throws {
        do {
            _ = try await administration.run(
                MongoCommand(.write, ["create": .string(schema.name), "validator": .document(schema.validator)]))
        } catch let error as MongoError where error.code == MongoError.Code.namespaceExists {
            // Another server was quicker.
        }
    }

    private func setValidator(_ schema: CollectionSchema) async throws {
        _ = try await administration.run(
            MongoCommand(.write, ["collMod": .string(schema.name), "validator": .document(schema.validator)]))
    }

    private func create(_ indexes: [IndexSchema], in collection: String) async throws {
        for index in indexes {
            do {
                _ = try await administration.run(
                    MongoCommand(.write, ["createIndexes": .string(collection), "indexes": [.document(index.document)]]))
            } catch let error as MongoError where error.code == MongoError.Code.duplicateKey {
                throw try await DuplicateDocuments(database: administration).error(for: index, in: collection)
            } catch let error as MongoError {
                throw MongoError(code: error.code, message: "the index \(collection).\(index.name) can't be made: \(error.message)")
            }
        }
    }
}
