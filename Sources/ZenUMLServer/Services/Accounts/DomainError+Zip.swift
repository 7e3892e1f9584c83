import Domain

extension DomainError {
    /// For what cannot be done until an operator has installed something: to try again would not help.
    static let zipUnavailable = Self.notConfigured(
        "This server reads and writes no zip files: libarchive, of Debian's package libarchive13, is not installed")
}
