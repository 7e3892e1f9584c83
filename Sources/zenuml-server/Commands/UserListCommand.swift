import ArgumentParser
import ZenUMLServer

/// List all accounts, one a line.
struct UserListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List all accounts, one a line.")

    @OptionGroup var options: OperatorOptions

    func run() async throws {
        try await options.run { store, _ in
            try await UserAdministration(store: store).list { some in
                for user in some { try options.print(UserReport(user)) }
            }
        }
    }
}
