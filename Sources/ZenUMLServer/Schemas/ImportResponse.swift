/// What an import has made.
struct ImportResponse: JSONWritable {
    let projects: Int
    let diagrams: Int

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("projects", projects)
            json.field("diagrams", diagrams)
        }
    }
}
