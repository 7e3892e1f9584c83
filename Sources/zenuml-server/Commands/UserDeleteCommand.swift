import ArgumentParser
import Domain
import ZenUMLServer

/// Remove an account for good, with all its projects, diagrams and sessions.
struct UserDeleteCommand: AccountCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Remove an account for good, with all its projects, diagrams and sessions.")

    @OptionGroup var account: AccountArguments

    @Flag(name: .customLong("yes"), help: "Needed: it can't be taken back.")
    var isConfirmed = false

    func perform(_ user: User, _ users: UserAdministration, _ settings: Settings) async throws -> UserReport {
        guard isConfirmed else { throw UserProblem.invalid("this can't be taken back; say --yes") }
        try await users.delete(user)
        return UserReport(user)
    }
}
