/// An error with the state that stood in the way.
struct ConflictBody: JSONWritable {
    let detail: String
    let type: String
    let current: DiagramResponse

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("detail", detail)
            json.field("error_type", type)
            json.field("current", current)
        }
    }
}
