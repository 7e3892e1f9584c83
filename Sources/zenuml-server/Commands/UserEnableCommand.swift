import ArgumentParser
import Domain
import ZenUMLServer

/// Open an account again that was closed.
struct UserEnableCommand: AccountCommand {
    static let configuration = CommandConfiguration(commandName: "enable", abstract: "Open an account again that was closed.")

    @OptionGroup var account: AccountArguments

    func perform(_ user: User, _ users: UserAdministration, _ settings: Settings) async throws -> UserReport {
        try await users.setDisabled(false, user)
        return UserReport(try await users.find(user.email))
    }
}
