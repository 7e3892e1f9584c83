import ArgumentParser
import CommandLineSupport
import Domain
import Foundation
import Logging
import ZenUMLServer

/// Moves all data from one database to another.
struct DatabaseCopyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copy",
        abstract: "Copy all data from one database to another.",
        discussion: """
            Stop the servers first: nothing may write to either database meanwhile. A copy that was cut off is continued by the same command. \
            At the end counts and checksums of both are compared.
            """
    )

    @Option(help: "The database to read, such as sqlite:data/zenuml.sqlite.")
    var from: String

    @Option(help: "The database to write, such as mongodb://HOST/DATABASE.")
    var to: String

    @Flag(name: .customLong("into-nonempty"), help: "Copy even when the target holds other data; records of the same id are replaced.")
    var intoNonempty = false

    func run() async throws {
        LoggingSystem.bootstrap { _ in SwiftLogNoOpLogHandler() }
        // What this process writes is nobody else's to read.
        umask(0o077)
        do {
            let source = try await open(from, option: "--from", mustExist: true)
            let target = try await open(to, option: "--to", mustExist: false)
            Console.writeProgress("Copying; nothing may write to either database meanwhile")
            let copy = DatabaseCopy(from: source, to: target, clock: .system) { Console.writeProgress($0) }
            let outcome: Result<Void, any Error>
            do {
                outcome = .success(try await copy.run(intoNonempty: intoNonempty))
            } catch {
                outcome = .failure(error)
            }
            await source.close()
            await target.close()
            try outcome.get()
            Console.writeProgress("The copy is complete")
        } catch let error as ExitCode {
            throw error
        } catch {
            Console.writeError("\(error)")
            throw ExitCode(error is StartProblem ? 78 : 1)
        }
    }

    private func open(_ text: String, option: String, mustExist: Bool) async throws -> any Store {
        guard let url = DatabaseURL(text) else { throw StartProblem("\(option): expected \(DatabaseURL.expected)") }
        // A source that is not there must not be made, and then found empty.
        if mustExist { _ = try await OpenDatabase.inspect(url, givenAs: option) }
        return try await OpenDatabase.store(url, isCopied: true, givenAs: option)
    }
}
