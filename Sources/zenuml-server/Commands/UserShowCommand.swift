import ArgumentParser
import ZenUMLServer

/// Show an account, and how much it has.
struct UserShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show an account, and how much it has.")

    @Argument(help: "The e-mail address.")
    var email: String

    @OptionGroup var options: UserOptions

    func run() async throws {
        try await options.run { users, _ in
            let user = try await users.find(email)
            var report = UserReport(user)
            let counts = try await users.counts(of: user)
            (report.projects, report.diagrams) = (counts.projects, counts.diagrams)
            try options.print(report)
        }
    }
}
