import ArgumentParser
import Domain
import ZenUMLServer

/// End all sessions of an account.
struct UserSignOutCommand: AccountCommand {
    static let configuration = CommandConfiguration(commandName: "sign-out", abstract: "End all sessions of an account.")

    @OptionGroup var account: AccountArguments

    func perform(_ user: User, _ users: UserAdministration, _ settings: Settings) async throws -> UserReport {
        try await users.signOut(user)
        return UserReport(user)
    }
}
