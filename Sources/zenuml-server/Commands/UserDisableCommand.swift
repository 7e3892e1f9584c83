import ArgumentParser
import ZenUMLServer

/// Close an account and end its sessions; nothing of it is removed.
struct UserDisableCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable", abstract: "Close an account and end its sessions; nothing of it is removed.")

    @Argument(help: "The e-mail address.")
    var email: String

    @OptionGroup var options: UserOptions

    func run() async throws {
        try await options.run { users, _ in
            let user = try await users.find(email)
            try await users.setDisabled(true, user)
            try options.print(UserReport(try await users.find(email)))
        }
    }
}
