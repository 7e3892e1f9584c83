import ArgumentParser
import CommandLineSupport

/// What an operator does with accounts.
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: ServerCommand.user.rawValue,
        abstract: ServerCommand.user.summary,
        discussion: "Works on the database itself, also while servers run; they know of it within 5 seconds.",
        subcommands: [
            UserListCommand.self, UserShowCommand.self, UserAddCommand.self, UserResetLinkCommand.self, UserVerifyCommand.self,
            UserSecondFactorOffCommand.self, UserDisableCommand.self,
            UserEnableCommand.self, UserSignOutCommand.self, UserDeleteCommand.self,
        ]
    )
}
