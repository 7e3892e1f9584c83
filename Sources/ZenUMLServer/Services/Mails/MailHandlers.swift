import Domain

/// The jobs that send mails.
enum MailHandlers {
    static func all(store: any Store, mails: MailService, random: RandomSource) -> [JobKind: any JobHandler] {
        [
            .passwordResetMail: PasswordResetMail(
                users: store.users, accountTokens: store.accountTokens, mails: mails, clock: mails.clock, random: random)
        ]
    }
}
