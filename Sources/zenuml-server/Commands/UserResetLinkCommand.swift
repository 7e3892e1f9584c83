import ArgumentParser
import ZenUMLServer

/// Print a link by which the owner of an account sets a new password, once, within a day.
struct UserResetLinkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset-link", abstract: "Print a link by which the owner of an account sets a new password, once, within a day.")

    @Argument(help: "The e-mail address.")
    var email: String

    @OptionGroup var options: UserOptions

    func run() async throws {
        try await options.run { users, settings in
            let user = try await users.find(email)
            try options.print(UserLink(user, path: try await users.resetLink(for: user), settings))
        }
    }
}
