import ArgumentParser
import CommandLineSupport
import UML

/// Says what is wrong with diagrams.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check diagrams, and say what is wrong where.",
        discussion: """
            Ends with 0 when no diagram has an error, 1 when one has, 2 when a file can't be read, or the result not written; the other files are \
            checked all the same. Ends with 64 when the command line is wrong.
            """
    )

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text
        case json
    }

    @Argument(help: "Files, or - for standard input.")
    var files: [String]

    @Option(help: "The kind of diagram. Default: what the text and the ending of the file's name say.")
    var kind: DiagramKind?

    @Option(help: "How diagnostics are printed.")
    var format = Format.text

    func run() throws {
        var hasErrors = false
        var isUnreadable = false
        var reports: [String] = []
        for path in files {
            do {
                let file = try DiagramFile(path: path, kind: kind)
                let document = Document.parse(file.source, kind: file.kind)
                hasErrors = hasErrors || document.hasErrors
                switch format {
                case .text: for line in DiagnosticText.lines(file, document) { try StandardOutput.write((line + "\n").utf8) }
                case .json:
                    reports.append(String(decoding: DiagnosticsJSON.write(document.diagnostics, in: document.source, of: file.name), as: UTF8.self))
                }
            } catch let problem as UnreadableFile {
                Console.writeError("\(problem)")
                isUnreadable = true
                reports.append(String(decoding: DiagnosticsJSON.write(problem: "\(problem)", of: path), as: UTF8.self))
            }
        }
        if format == .json { try StandardOutput.write("[\(reports.joined(separator: ","))]\n".utf8) }
        if isUnreadable { throw ExitCode(2) }
        if hasErrors { throw ExitCode(1) }
    }
}
