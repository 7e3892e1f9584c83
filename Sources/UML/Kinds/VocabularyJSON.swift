/// What a client has to know of a notation, as JSON: words that it colours and completes, and commands that it can give, with their fields.
/// `{"keywords":["title"],"annotations":["@Actor"],"commands":{"changeSort":"statement sort"}}`
enum VocabularyJSON {
    static func write(_ vocabulary: Vocabulary) -> [UInt8] {
        var json = JSONText()
        json.raw("{\"keywords\":")
        json.list(vocabulary.keywords) { json, word in json.string(word) }
        json.raw(",\"annotations\":")
        json.list(vocabulary.annotations) { json, word in json.string(word) }
        json.raw(",\"commands\":{")
        for (index, command) in vocabulary.commands.enumerated() {
            if index > 0 { json.raw(",") }
            json.string(command.name)
            json.raw(":")
            json.string(command.fields.string)
        }
        json.raw("}}")
        return json.bytes
    }
}
