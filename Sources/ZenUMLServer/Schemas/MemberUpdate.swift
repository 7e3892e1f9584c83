import Domain

/// The role that a member is to have.
struct MemberUpdate: RequestBody {
    let role: Role

    init(fields: inout FieldReader) {
        if !fields.has("role") { fields.refuse("role", .missing) }
        role = fields.choice("role", default: .viewer)
    }
}
