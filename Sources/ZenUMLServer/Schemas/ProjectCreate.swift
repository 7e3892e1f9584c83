/// A new project.
struct ProjectCreate: RequestBody {
    let name: String
    let description: String

    init(fields: inout FieldReader) {
        name = fields.string("name", check: TextRules.projectName)
        description = fields.optionalString("description", check: TextRules.description) ?? ""
    }
}
