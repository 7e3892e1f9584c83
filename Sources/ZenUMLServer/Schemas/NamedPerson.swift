/// Somebody, for others who may know the name.
struct NamedPerson: Sendable, Equatable {
    let id: String
    let name: String
}

extension NamedPerson: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("id", id)
            json.field("name", name)
        }
    }
}
