/// What can be done later. The names are stored.
enum JobKind: String, Sendable, CaseIterable {
    /// A link for a new password, by mail.
    case passwordResetMail = "password_reset_mail"
    /// An invitation to a project or diagram, by mail.
    case invitationMail = "invitation_mail"
}
