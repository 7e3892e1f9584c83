import ArgumentParser
import ZenUMLServer

/// List all accounts, one a line.
struct UserListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List all accounts, one a line.")

    @OptionGroup var options: UserOptions

    func run() async throws {
        try await options.run { users, _ in
            try await users.list { some in
                for user in some { try options.print(UserReport(user)) }
            }
        }
    }
}
