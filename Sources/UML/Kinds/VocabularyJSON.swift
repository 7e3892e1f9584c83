/// The words of a notation that mean something by themselves, as JSON for the browser, which colours and completes them:
/// `{"keywords":["title"],"annotations":["@Actor"]}`.
public enum VocabularyJSON {
    public static func write(_ kind: DiagramKind) -> [UInt8] {
        var json = JSONText()
        json.raw("{\"keywords\":")
        list(kind.vocabulary.keywords, &json)
        json.raw(",\"annotations\":")
        list(kind.vocabulary.annotations, &json)
        json.raw("}")
        return json.bytes
    }

    private static func list(_ words: [String], _ json: inout JSONText) {
        for (index, word) in words.enumerated() {
            json.raw(index == 0 ? "[" : ",")
            json.string(word)
        }
        json.raw("]")
    }
}
