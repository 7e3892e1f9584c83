/// What is to be different about a person.
struct ProfileUpdate: RequestBody {
    let name: String

    init(fields: inout FieldReader) {
        name = fields.string("name", check: TextRules.name)
    }
}
