extension MongoCommand {
    static func find(
        _ collection: String, _ filter: BSONDocument, sort: BSONDocument = [:], fields: BSONDocument = [:], skip: Int = 0, limit: Int
    ) -> MongoCommand {
        var command: BSONDocument = ["find": .string(collection), "filter": .document(filter)]
        if !sort.fields.isEmpty { command.append("sort", .document(sort)) }
        if !fields.fields.isEmpty { command.append("projection", .document(fields)) }
        if skip > 0 { command.append("skip", .int(skip)) }
        command.append("limit", .int(limit))
        // One reply holds all: no cursor is left open on the server.
        command.append("batchSize", .int(limit))
        command.append("singleBatch", true)
        return MongoCommand(.read, command)
    }

    /// - Parameter limit: More documents than the pipeline can give: one reply holds all.
    static func aggregate(_ collection: String, _ pipeline: [BSONDocument], limit: Int) -> MongoCommand {
        let stages = pipeline.map { BSONValue.document($0) }
        return MongoCommand(
            .read, ["aggregate": .string(collection), "pipeline": .array(stages), "cursor": ["batchSize": .int(limit)]])
    }

    /// Changes one document, if there is one like that; the compare-and-set by which every rule is kept.
    /// - Parameter fields: Of the changed document, the fields that the reply should hold; all by default.
    static func findAndUpdate(
        _ collection: String, _ query: BSONDocument, _ update: BSONDocument, isUpsert: Bool = false, sort: BSONDocument? = nil,
        fields: BSONDocument? = nil
    ) -> MongoCommand {
        var command: BSONDocument = [
            "findAndModify": .string(collection), "query": .document(query), "update": .document(update), "new": true,
        ]
        if isUpsert { command.append("upsert", true) }
        if let sort { command.append("sort", .document(sort)) }
        if let fields { command.append("fields", .document(fields)) }
        return MongoCommand(.write, command)
    }

    static func findAndRemove(_ collection: String, _ query: BSONDocument) -> MongoCommand {
        MongoCommand(
            .write,
            ["findAndModify": .string(collection), "query": .document(query), "remove": true, "fields": ["_id": 1]]
        )
    }

    static func updateMany(_ collection: String, _ query: BSONDocument, _ update: BSONDocument) -> MongoCommand {
        updateMany(collection, query, by: .document(update))
    }

    /// - Parameter stages: A pipeline, which makes values of others.
    static func updateMany(_ collection: String, _ query: BSONDocument, stages: [BSONDocument]) -> MongoCommand {
        updateMany(collection, query, by: .array(stages.map(BSONValue.document)))
    }

    private static func updateMany(_ collection: String, _ query: BSONDocument, by update: BSONValue) -> MongoCommand {
        MongoCommand(
            .write,
            ["update": .string(collection), "updates": [["q": .document(query), "u": update, "multi": true]]]
        )
    }

    static func deleteMany(_ collection: String, _ query: BSONDocument) -> MongoCommand {
        MongoCommand(.write, ["delete": .string(collection), "deletes": [["q": .document(query), "limit": 0]]])
    }
}
