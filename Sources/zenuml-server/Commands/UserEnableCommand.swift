import ArgumentParser
import ZenUMLServer

/// Open an account again that was closed.
struct UserEnableCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "enable", abstract: "Open an account again that was closed.")

    @Argument(help: "The e-mail address.")
    var email: String

    @OptionGroup var options: UserOptions

    func run() async throws {
        try await options.run { users, _ in
            let user = try await users.find(email)
            try await users.setDisabled(false, user)
            try options.print(UserReport(try await users.find(email)))
        }
    }
}
