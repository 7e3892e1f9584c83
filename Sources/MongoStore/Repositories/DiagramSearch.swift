/// A search in the words of a person's diagrams, as a pipeline of an aggregation.
struct DiagramSearch {
    let earlier: [String]
    /// May still be being typed, and is the beginning of a word.
    let last: String
    let ownerID: String
    /// That a diagram's project is not in the trash.
    let outside: BSONDocument

    /// Those with most of the words in their name come first, then the newest. Read in full are only those that are shown.
    func pipeline(offset: Int, limit: Int, fields: BSONDocument) -> [BSONDocument] {
        var shown = fields
        shown.append("source", ["$substrCP": ["$source", 0, 16384]])
        return [
            ["$match": .document(condition)],
            ["$project": ["created_at": 1, "score": ["$sum": .array(scores)]]],
            ["$sort": ["score": -1, "created_at": -1, "_id": -1]],
            ["$skip": .int(offset)],
            ["$limit": .int(limit)],
            [
                "$lookup": [
                    "from": .string(Schema.diagrams.name), "localField": "_id", "foreignField": "_id",
                    "pipeline": [["$project": .document(shown)]], "as": "found",
                ]
            ],
            ["$unwind": "$found"],
            ["$replaceWith": "$found"],
        ]
    }

    private var condition: BSONDocument {
        let words = earlier.map { BSONValue.string($0) } + [["$regex": .string("^" + last)]]
        let anywhere = words.map { word -> BSONValue in ["$or": [["name_words": word], ["source_words": word]]] }
        return ["owner_id": .string(ownerID), "deleted_at": nil, "$and": .array(anywhere)] + outside
    }

    private var scores: [BSONValue] {
        let beginning: BSONValue = ["$substrCP": ["$$word", 0, .int(last.unicodeScalars.count)]]
        let begins: BSONValue = ["$map": ["input": "$name_words", "as": "word", "in": ["$eq": [beginning, .string(last)]]]]
        let conditions = earlier.map { word -> BSONValue in ["$in": [.string(word), "$name_words"]] } + [["$anyElementTrue": [begins]]]
        return conditions.map { ["$cond": [$0, 1, 0]] }
    }
}
