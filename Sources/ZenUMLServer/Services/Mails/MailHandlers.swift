import Domain

/// The jobs that send mails.
enum MailHandlers {
    /// - Parameter seal: Of the tokens of links.
    static func all(store: any Store, mails: MailService, seal: Seal, random: RandomSource) -> [JobKind: any JobHandler] {
        [
            .passwordResetMail: PasswordResetMail(
                users: store.users, accountTokens: store.accountTokens, mails: mails, clock: mails.clock, random: random),
            .emailVerificationMail: EmailVerificationMail(
                users: store.users, accountTokens: store.accountTokens, mails: mails, random: random),
            .emailChangedMail: EmailChangedMail(users: store.users, mails: mails),
            .invitationMail: InvitationMail(store: store, mails: mails, seal: seal),
        ]
    }
}
