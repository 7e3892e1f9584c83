/// The words of a notation that mean something by themselves, as JSON for the browser, which colours and completes them:
/// `{"keywords":["title"],"annotations":["@Actor"]}`.
public enum VocabularyJSON {
    public static func write(_ kind: DiagramKind) -> [UInt8] {
        var keywords: [String] = []
        var annotations: [String] = []
        switch kind {
        case .sequence:
            for (spelling, _) in Keyword.spellings { keywords.append(string(spelling)) }
            keywords.append("as")
            for kind in ParticipantKind.allCases { annotations.append(kind.annotation) }
            annotations += ["@Starter", "@return", "@reply"]
        }
        var json = JSONText()
        json.raw("{\"keywords\":")
        list(keywords, &json)
        json.raw(",\"annotations\":")
        list(annotations, &json)
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

    private static func string(_ text: StaticString) -> String {
        String(decoding: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount), as: UTF8.self)
    }
}
