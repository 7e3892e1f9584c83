import ArgumentParser
import CommandLineSupport
import Domain
import ZenUMLServer

/// Puts a backup into a database.
struct DatabaseRestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup into a database, once it is verified.",
        discussion: """
            Stop the servers first; on an SQLite file this is checked. All sessions end, links in mails that are on their way count no more, jobs are \
            dropped but for hand-overs, and revisions of diagrams are raised by 1,000,000 or more, so that nobody overwrites what they have not seen. \
            Accounts that were removed after the backup was made are there again.
            """
    )

    @OptionGroup var backup: BackupOptions

    @Option(help: "Default: the setting DATABASE_URL.")
    var databaseURL: String?

    @Flag(help: "Also into a database that holds accounts: all that is in it is lost, whether the backup has something in its place or not.")
    var replace = false

    func run() async throws {
        try await backup.run {
            let url = try await BackupOptions.database(databaseURL)
            let problems = try await OpenDatabase.problems(ofBackup: backup.file)
            guard problems.isEmpty else { throw StoreUnavailableError(reason: "\(backup.file): \(problems.joined(separator: "; "))") }
            try await OpenDatabase.withBackup(backup.file) { contents in
                try await OpenDatabase.restore(contents, to: url, replacing: replace) { Console.writeProgress($0) }
            }
            Console.writeProgress("The backup is restored; start the servers")
        }
    }
}
