import ArgumentParser
import Domain
import ZenUMLServer

/// Close an account and end its sessions; nothing of it is removed.
struct UserDisableCommand: AccountCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable", abstract: "Close an account and end its sessions; nothing of it is removed.")

    @OptionGroup var account: AccountArguments

    func perform(_ user: User, _ users: UserAdministration, _ settings: Settings) async throws -> UserReport {
        try await users.setDisabled(true, user)
        return UserReport(try await users.find(user.email))
    }
}
