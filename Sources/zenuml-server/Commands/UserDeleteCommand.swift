import ArgumentParser
import ZenUMLServer

/// Remove an account for good, with all its projects, diagrams and sessions.
struct UserDeleteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Remove an account for good, with all its projects, diagrams and sessions.")

    @Argument(help: "The e-mail address.")
    var email: String

    @Flag(name: .customLong("yes"), help: "Needed: it can't be taken back.")
    var isConfirmed = false

    @OptionGroup var options: UserOptions

    func run() async throws {
        try await options.run { users, _ in
            let user = try await users.find(email)
            guard isConfirmed else { throw UserProblem.invalid("this can't be taken back; say --yes") }
            try await users.delete(user)
            try options.print(UserReport(user))
        }
    }
}
