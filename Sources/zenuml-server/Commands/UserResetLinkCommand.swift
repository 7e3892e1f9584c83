import ArgumentParser
import Domain
import ZenUMLServer

/// Print a link by which the owner of an account sets a new password, once, within a day.
struct UserResetLinkCommand: AccountCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset-link", abstract: "Print a link by which the owner of an account sets a new password, once, within a day.")

    @OptionGroup var account: AccountArguments

    func perform(_ user: User, _ users: UserAdministration, _ settings: Settings) async throws -> UserLink {
        UserLink(user, path: try await users.resetLink(for: user), settings)
    }
}
