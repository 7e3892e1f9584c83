public import Domain

extension MongoStore {
    /// Looks at a database without changing it.
    /// - Throws: ``StoreUnavailableError`` with the reason in one line, without the password.
    public static func inspect(url: String) async throws -> StoreInspection {
        let database = try MongoDatabase(url: url, timeouts: .inspection)
        // To count a large collection takes long.
        let administration = try MongoDatabase(url: url, timeouts: .administration)
        let result: Result<StoreInspection, any Error>
        do {
            result = .success(try await inspect(database, counting: administration))
        } catch {
            result = .failure(StoreUnavailableError.translating(error))
        }
        await database.close()
        await administration.close()
        return try result.get()
    }

    private static func inspect(_ database: MongoDatabase, counting administration: MongoDatabase) async throws -> StoreInspection {
        let facts = try await ServerFacts(asking: database)
        try facts.checkVersion()
        let build = try await database.run(MongoCommand(.other, ["buildInfo": 1]))
        var indexes: [StoreInspection.Index] = []
        var collections: [StoreInspection.Collection] = []
        for schema in Schema.all {
            let missing = try await schema.missingIndexes(in: database)
            indexes += schema.indexes.map { .init(name: "\(schema.name).\($0.name)", isInPlace: !missing.contains($0)) }
            collections.append(.init(name: schema.name, count: try await count(schema, administration)))
        }
        return StoreInspection(
            software: "MongoDB \(try build.string("version"))", topology: facts.topology, indexes: indexes, collections: collections)
    }

    private static func count(_ schema: CollectionSchema, _ database: MongoDatabase) async throws -> Int {
        let pipeline: BSONValue = [["$count": "count"]]
        let command = MongoCommand(.read, ["aggregate": .string(schema.name), "pipeline": pipeline, "cursor": [:]])
        return try await database.documents(command).first?.int("count") ?? 0
    }
}
