public import Foundation

/// What somebody proves besides the password: time-based one-time passwords (RFC 6238), and codes for when the device is lost.
public struct SecondFactor: Sendable, Equatable {
    /// What the device knows, too; only a server can open it.
    public var sealedSecret: String
    /// Since when it is asked for; `nil` while it is being set up.
    public var activatedAt: Date?
    /// The time step of the last code that counted: no code counts twice (RFC 6238 §5.2).
    public var lastStep: Int
    /// SHA-256 of each code that is left, in hexadecimal.
    public var recoveryCodes: [String]

    /// How many wrong codes came since the last right one.
    public var failures: Int

    public init(sealedSecret: String, activatedAt: Date? = nil, lastStep: Int = 0, recoveryCodes: [String] = [], failures: Int = 0) {
        self.sealedSecret = sealedSecret
        self.activatedAt = activatedAt
        self.lastStep = lastStep
        self.recoveryCodes = recoveryCodes
        self.failures = failures
    }

    public var isOn: Bool { activatedAt != nil }
}
