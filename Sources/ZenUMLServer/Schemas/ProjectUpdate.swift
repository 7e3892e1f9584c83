/// What is to be different about a project; what is left out stays.
struct ProjectUpdate: RequestBody {
    let name: String?
    let description: String?
    let isArchived: Bool?

    init(isArchived: Bool) {
        (name, description) = (nil, nil)
        self.isArchived = isArchived
    }

    init(fields: inout FieldReader) {
        name = fields.optionalString("name", check: TextRules.projectName)
        description = fields.optionalString("description", check: TextRules.description)
        isArchived = fields.optionalFlag("archived")
    }
}
