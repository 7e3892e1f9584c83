import Domain

/// A search in the words of a person's diagrams, as a pipeline of an aggregation.
struct DiagramSearch {
    let earlier: [String]
    /// May still be being typed, and is the beginning of a word.
    let last: String
    let scope: SearchScope
    /// That a diagram's project is not in the trash.
    let outside: BSONDocument

    /// Those with most of the words in their name come first, then the newest.
    func pipeline(limit: Int) -> [BSONDocument] {
        [
            ["$match": .document(condition)],
            ["$project": ["created_at": 1, "score": ["$sum": .array(scores)]]],
            ["$sort": ["score": -1, "created_at": -1, "_id": -1]],
            ["$limit": .int(limit)],
        ]
    }

    private var condition: BSONDocument {
        let words = earlier.map { BSONValue.string($0) } + [["$regex": .string("^" + last)]]
        let anywhere = words.map { word -> BSONValue in ["$or": [["name_words": word], ["source_words": word]]] }
        return ["owner_id": .string(scope.ownerID), "deleted_at": nil, "$and": .array(anywhere)] + outside + inPart
    }

    private var inPart: BSONDocument {
        guard let part = scope.part else { return [:] }
        let projects: BSONValue = ["$in": .array(part.projectIDs.sorted().map(BSONValue.string))]
        let single: BSONValue = ["$in": .array(part.diagramIDs.sorted().map(BSONValue.string))]
        return ["$or": [["project_id": projects], ["_id": single]]]
    }

    private var scores: [BSONValue] {
        let beginning: BSONValue = ["$substrCP": ["$$word", 0, .int(last.unicodeScalars.count)]]
        let begins: BSONValue = ["$map": ["input": "$name_words", "as": "word", "in": ["$eq": [beginning, .string(last)]]]]
        let conditions = earlier.map { word -> BSONValue in ["$in": [.string(word), "$name_words"]] } + [["$anyElementTrue": [begins]]]
        return conditions.map { ["$cond": [$0, 1, 0]] }
    }
}
