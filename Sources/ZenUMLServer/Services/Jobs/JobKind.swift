/// What can be done later. The names are stored.
enum JobKind: String, Sendable, CaseIterable {
    /// A link for a new password, by mail.
    case passwordResetMail = "password_reset_mail"
    /// A link that proves an address, by mail to it.
    case emailVerificationMail = "email_verification_mail"
    /// A mail to the former address of an account.
    case emailChangedMail = "email_changed_mail"
    /// The end of a hand-over of a project.
    case handOver = "hand_over"
    /// An invitation to a project or diagram, by mail.
    case invitationMail = "invitation_mail"
    /// What is superfluous of a diagram's versions.
    case thinVersions = "thin_versions"
    /// Sessions, tokens and the like that have expired.
    case removeExpired = "remove_expired"
    /// What has lain in the trash for long enough.
    case emptyTrash = "empty_trash"

    /// What may take long, and nobody waits for.
    var isHousekeeping: Bool { [.thinVersions, .removeExpired, .emptyTrash].contains(self) }
}
