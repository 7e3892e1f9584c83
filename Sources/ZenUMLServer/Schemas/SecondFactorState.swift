/// Whether somebody has a second factor.
struct SecondFactorState: JSONWritable {
    let isOn: Bool
    /// Whether this server asks everybody for one.
    let isRequired: Bool
    /// How many are left.
    let recoveryCodes: Int

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("is_on", isOn)
            json.field("is_required", isRequired)
            json.field("recovery_codes", recoveryCodes)
        }
    }
}
