import ArgumentParser
import Domain
import ZenUMLServer

/// Turn the second factor of an account off, and end its sessions.
struct UserSecondFactorOffCommand: AccountCommand {
    static let configuration = CommandConfiguration(
        commandName: "second-factor-off",
        abstract: "Turn the second factor of an account off, and end its sessions: for somebody who has lost device and recovery codes.")

    @OptionGroup var account: AccountArguments

    func perform(_ user: User, _ users: UserAdministration, _ settings: Settings) async throws -> UserReport {
        try await users.turnSecondFactorOff(user)
        return UserReport(try await users.find(user.email))
    }
}
