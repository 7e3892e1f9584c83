/// The name under which what a diagram is now is to be kept.
struct VersionCreate: RequestBody {
    let name: String

    init(fields: inout FieldReader) {
        name = fields.string("name", check: TextRules.versionName)
    }
}
