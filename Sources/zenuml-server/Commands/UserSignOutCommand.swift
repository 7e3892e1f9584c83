import ArgumentParser
import ZenUMLServer

/// End all sessions of an account.
struct UserSignOutCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "sign-out", abstract: "End all sessions of an account.")

    @Argument(help: "The e-mail address.")
    var email: String

    @OptionGroup var options: UserOptions

    func run() async throws {
        try await options.run { users, _ in
            let user = try await users.find(email)
            try await users.signOut(user)
            try options.print(UserReport(user))
        }
    }
}
