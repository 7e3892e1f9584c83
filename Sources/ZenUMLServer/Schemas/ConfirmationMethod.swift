/// How somebody who is signed in proves once more who they are.
enum ConfirmationMethod: String, CaseIterable, Sendable, JSONWritable {
    case password, code
    /// With the party that vouches for them.
    case signIn = "sign_in"

    func write(to json: inout JSONWriter) {
        json.object { $0.field("method", rawValue) }
    }
}
