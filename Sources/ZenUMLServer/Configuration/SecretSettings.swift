/// The keys that sign tokens.
public struct SecretSettings: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    /// HS256 needs a key as long as its hash (RFC 7518 §3.2).
    static let minimumLength = 32

    /// `nil` in development when none is set: one is made then.
    let current: String?
    let previous: [String]

    /// Whether the operator has set a key, so that this machine needs none of its own.
    public var isGiven: Bool { current != nil }

    init(reader: SettingsReader, environment: Settings.Environment) throws {
        current = reader.text(.jwtSecretKey)
        guard current != nil || environment == .development else {
            throw SettingsError(.jwtSecretKey, "is missing; production expects a random key of at least \(Self.minimumLength) bytes")
        }
        if let current { try Self.check(current, .jwtSecretKey) }
        previous = (reader.text(.jwtPreviousSecretKeys) ?? "").split(separator: ",").map { String($0.trimmingWhiteSpace()) }
        for key in previous { try Self.check(key, .jwtPreviousSecretKeys) }
    }

    private static func check(_ key: String, _ setting: Setting) throws {
        guard key.utf8.count >= minimumLength else {
            throw SettingsError(setting, "a key of \(key.utf8.count) bytes is too short; expected at least \(minimumLength) random bytes")
        }
        guard Set(key.utf8).count >= 8 else {
            throw SettingsError(setting, "the key repeats few characters; expected at least \(minimumLength) random bytes")
        }
    }

    public var description: String { "SecretSettings(hidden)" }
    public var debugDescription: String { description }
}
