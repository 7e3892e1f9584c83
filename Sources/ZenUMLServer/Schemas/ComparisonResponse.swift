/// What differs between two revisions of a diagram, with both pictures.
struct ComparisonResponse: JSONWritable {
    let from: Int
    let to: Int
    /// JSON as the engine writes it.
    let changes: String
    /// SVG in which what differs has its colour.
    let before: String
    let after: String

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("from", from)
            json.field("to", to)
            json.field("changes", json: changes)
            json.field("before", before)
            json.field("after", after)
        }
    }
}
