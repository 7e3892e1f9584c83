import Domain

/// What somebody shares.
struct SharedByMe: JSONWritable {
    struct SharedProject: JSONWritable {
        let id: String
        let name: String
        let members: [SharingResponse.Entry]

        func write(to json: inout JSONWriter) {
            json.object { json in
                json.field("id", id)
                json.field("name", name)
                json.field("members", members)
            }
        }
    }

    let projects: [SharedProject]
    /// How many are shared one by one, outside these projects.
    let diagrams: Int

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("projects", projects)
            json.field("diagrams", diagrams)
        }
    }
}
