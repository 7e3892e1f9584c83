import ArgumentParser
import CommandLineSupport
import Domain
import ZenUMLServer

/// Reads a backup to its end.
struct DatabaseVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Read a backup to its end, and say what is wrong with it.",
        discussion: """
            Looks at the file as a whole and at each record: whether it can be read, belongs to something and is of a kind that this version knows. \
            The file stays as it is; it is copied into TMPDIR for this. Ends with 0 when all is well, else with 1.
            """
    )

    @OptionGroup var backup: BackupOptions

    func run() async throws {
        try await backup.run {
            let problems = try await OpenDatabase.problems(ofBackup: backup.file)
            guard problems.isEmpty else { return try fail(problems) }
            let report = try await OpenDatabase.withBackup(backup.file) { try await BackupCheck($0).run() }
            for collection in report.counts { try Console.write("\(collection.name): \(collection.count)") }
            guard report.findings.isEmpty else { return try fail(report.findings.map(\.description)) }
            try Console.write("The backup is whole")
        }
    }

    private func fail(_ problems: [String]) throws {
        for problem in problems { Console.writeError("\(backup.file): \(problem)") }
        throw ExitCode(1)
    }
}
