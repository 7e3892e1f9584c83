/// By which somebody who is signed in proves once more who they are.
struct Confirmation: RequestBody {
    let password: String?
    let code: String?

    init(fields: inout FieldReader) {
        password = fields.optionalString("password", check: PasswordPolicy.checkPresent)
        code = fields.optionalString("code", check: SecondFactorCode.check)
    }
}
