import ArgumentParser
import CommandLineSupport
import Foundation
import Logging
import ZenUMLServer

/// What the commands share that make, check and restore backups.
struct BackupOptions: ParsableArguments {
    @Argument(help: "The file of the backup.")
    var file: String

    /// Does some work, and ends with one line when it can't be done.
    func run(_ body: () async throws -> Void) async throws {
        LoggingSystem.bootstrap { _ in SwiftLogNoOpLogHandler() }
        // What this process writes is nobody else's to read.
        umask(0o077)
        do {
            try await body()
        } catch let error as ExitCode {
            throw error
        } catch {
            Console.writeError("\(error)")
            throw ExitCode(error is StartProblem ? 78 : 1)
        }
    }

    static func database(_ url: String?) async throws -> DatabaseURL {
        try await SettingsSources.settings(options: url.map { ["--database-url", $0] } ?? []).database
    }
}
