/// What somebody got by mail who proves that an address is theirs.
struct EmailToken: RequestBody {
    let token: String

    init(fields: inout FieldReader) {
        token = fields.string("token", check: LinkToken.check)
    }
}
