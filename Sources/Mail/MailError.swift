/// Why a mail was not taken.
public struct MailError: Error, Equatable, CustomStringConvertible {
    /// For the operator; without a password and without the mail's words.
    public let description: String
    /// Whether the same mail will not be taken later either.
    public let isPermanent: Bool

    public init(_ description: String, isPermanent: Bool) {
        self.description = description
        self.isPermanent = isPermanent
    }
}
