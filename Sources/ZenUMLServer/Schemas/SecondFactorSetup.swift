/// What a device must know to make codes.
struct SecondFactorSetup: Sendable, JSONWritable {
    /// In Base32 (RFC 4648 §6).
    let secret: String
    /// The same as an address `otpauth://totp/…`, which authenticator apps read from a QR code.
    let address: String

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("secret", secret)
            json.field("address", address)
        }
    }
}
