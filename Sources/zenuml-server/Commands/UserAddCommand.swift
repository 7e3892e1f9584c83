import ArgumentParser
import ZenUMLServer

/// Make an account, and print the link by which its owner sets a password.
struct UserAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Make an account, and print the link by which its owner sets a password.")

    @Argument(help: "The e-mail address.")
    var email: String

    @Option(help: "The person's name.")
    var name: String

    @OptionGroup var options: OperatorOptions

    func run() async throws {
        try await options.run { store, settings in
            let users = UserAdministration(store: store)
            let user = try await users.add(email, name: name)
            try options.print(UserLink(user, path: try await users.resetLink(for: user), settings))
        }
    }
}
