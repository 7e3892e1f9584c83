/// Whether somebody has a password.
struct PasswordState: JSONWritable {
    let isSet: Bool

    func write(to json: inout JSONWriter) {
        json.object { $0.field("is_set", isSet) }
    }
}
