/// Codes for when the device is lost; they are shown once.
struct RecoveryCodes: Sendable, JSONWritable {
    let codes: [String]

    func write(to json: inout JSONWriter) {
        json.object { $0.field("recovery_codes", codes) }
    }
}
