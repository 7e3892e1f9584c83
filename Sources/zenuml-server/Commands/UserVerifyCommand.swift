import ArgumentParser
import Domain
import ZenUMLServer

/// Vouch for the address of an account, where no mail can.
struct UserVerifyCommand: AccountCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Vouch for the address of an account, where no mail can.")

    @OptionGroup var account: AccountArguments

    func perform(_ user: User, _ users: UserAdministration, _ settings: Settings) async throws -> UserReport {
        try await users.verify(user)
        return UserReport(try await users.find(user.email))
    }
}
