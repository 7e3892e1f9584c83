import ArgumentParser
import Domain
import ZenUMLServer

/// A command about one account: finds it, does something with it, and prints what it says.
protocol AccountCommand: AsyncParsableCommand {
    associatedtype Report: Encodable & CustomStringConvertible

    var account: AccountArguments { get }

    func perform(_ user: User, _ users: UserAdministration, _ settings: Settings) async throws -> Report
}

extension AccountCommand {
    func run() async throws {
        try await account.options.run { store, settings in
            let users = UserAdministration(store: store)
            try account.options.print(try await perform(try await users.find(account.email), users, settings))
        }
    }
}
