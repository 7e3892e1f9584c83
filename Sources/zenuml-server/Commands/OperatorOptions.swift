import ArgumentParser
import CommandLineSupport
import Domain
import Foundation
import Logging
import ZenUMLServer

/// What the commands share that work on a database beside the servers.
struct OperatorOptions: ParsableArguments {
    @Option(help: "Default: the setting DATABASE_URL.")
    var databaseURL: String?

    @Flag(help: "Print JSON.")
    var json = false

    /// Opens the database for some work, and ends with one line when it can't be done.
    func run(_ body: (any Store, Settings) async throws -> Void) async throws {
        LoggingSystem.bootstrap { _ in SwiftLogNoOpLogHandler() }
        // What this process writes is nobody else's to read.
        umask(0o077)
        do {
            let settings = try await SettingsSources.settings(options: databaseURL.map { ["--database-url", $0] } ?? [])
            // A database that is not there must not be made.
            _ = try await OpenDatabase.inspect(settings.database)
            let store = try await OpenDatabase.store(settings.database)
            let outcome: Result<Void, any Error>
            do {
                outcome = .success(try await body(store, settings))
            } catch {
                outcome = .failure(error)
            }
            await store.close()
            try outcome.get()
        } catch {
            Console.writeError("\(error)")
            throw ExitCode(error is StartProblem ? 78 : 1)
        }
    }

    func print(_ report: some Encodable & CustomStringConvertible) throws {
        try Console.write(json ? Self.text(report) : report.description)
    }

    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
