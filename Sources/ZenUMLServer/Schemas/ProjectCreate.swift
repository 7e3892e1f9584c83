/// A new project.
struct ProjectCreate: RequestBody {
    let name: String
    let description: String

    init(name: String, description: String) {
        self.name = name
        self.description = description
    }

    init(fields: inout FieldReader) {
        name = fields.string("name", check: TextRules.projectName)
        description = fields.optionalString("description", check: TextRules.description) ?? ""
    }
}
