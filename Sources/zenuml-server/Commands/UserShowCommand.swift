import ArgumentParser
import Domain
import ZenUMLServer

/// Show an account, and how much it has.
struct UserShowCommand: AccountCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show an account, and how much it has.")

    @OptionGroup var account: AccountArguments

    func perform(_ user: User, _ users: UserAdministration, _ settings: Settings) async throws -> UserReport {
        var report = UserReport(user)
        let counts = try await users.counts(of: user)
        (report.projects, report.diagrams) = (counts.projects, counts.diagrams)
        return report
    }
}
