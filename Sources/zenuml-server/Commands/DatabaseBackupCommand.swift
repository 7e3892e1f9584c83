import ArgumentParser
import CommandLineSupport
import Domain
import ZenUMLServer

/// Writes a backup of a database, while servers run.
struct DatabaseBackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Write all that a database holds into one file, while servers run.",
        discussion: """
            The file is an SQLite database, of an SQLite database as it was at one moment, of a MongoDB with each record as it was at some moment of \
            the last pass over all of them. It holds hashes of passwords and the texts of everybody, and only its owner can read it: keep it so. \
            The key jwt_secret_key is not in it. An existing file is not overwritten.
            """
    )

    @OptionGroup var backup: BackupOptions

    @Option(help: "Default: the setting DATABASE_URL.")
    var databaseURL: String?

    func run() async throws {
        try await backup.run {
            let url = try await BackupOptions.database(databaseURL)
            // A database that is not there must not be made.
            _ = try await OpenDatabase.inspect(url)
            let start = ContinuousClock.now
            let bytes = try await BackupFile(path: backup.file).make {
                try await OpenDatabase.backUp(url, to: $0) { Console.writeProgress($0) }
            }
            let seconds = (ContinuousClock.now - start) / .seconds(1)
            for collection in try await OpenDatabase.inspect(.sqlite(path: backup.file), givenAs: backup.file).collections {
                Console.writeProgress("\(collection.name): \(collection.count)")
            }
            Console.writeProgress("\(backup.file): \(bytes) bytes in \((seconds * 10).rounded() / 10) s")
        }
    }
}
