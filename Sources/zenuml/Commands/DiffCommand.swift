import ArgumentParser
import CommandLineSupport
import Pictures
import UML

/// Compares two texts of a diagram, element by element.
struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Compare two texts of a diagram, element by element.",
        discussion: """
            What only stands elsewhere in the text, or is written in another way, is no difference. Ends as diff does: with 0 when there is none, 1 \
            when there is one, 2 when a file can't be read or written.
            """
    )

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json, svg
    }

    @Argument(help: "The earlier file, or - for standard input.")
    var old: String

    @Argument(help: "The later file, or - for standard input.")
    var new: String

    @Option(help: "The kind of diagram. Default: what the text and the ending of the file's name say.")
    var kind: DiagramKind?

    @Option(help: "A line for each element, JSON, or both pictures side by side with what differs in colours.")
    var format = Format.text

    @Option(help: "The colours of the pictures.")
    var theme = Theme.light

    @Option(name: .shortAndLong, help: "Write to this file. Default: standard output.")
    var output: String?

    func validate() throws {
        if old == "-", new == "-" { throw ValidationError("Only one of both can be standard input.") }
    }

    func run() throws {
        do {
            guard try !compare().isEmpty else { return }
        } catch  where error is UnreadableFile || error is InputProblem {
            Console.writeError("\(error)")
            throw ExitCode(2)
        }
        throw ExitCode(1)
    }

    private func compare() throws -> DiagramComparison {
        let (earlier, later) = (try DiagramFile(path: old, kind: kind), try DiagramFile(path: new, kind: kind))
        // An empty file is of any kind: what a version control system has for one that was not there.
        let kind = earlier.source.bytes.isEmpty ? later.kind : earlier.kind
        guard later.source.bytes.isEmpty || later.kind == kind else {
            throw InputProblem("\(earlier.name) is a \(earlier.kind.rawValue) diagram, and \(later.name) a \(later.kind.rawValue) diagram")
        }
        let comparison = DiagramComparison(Document.parse(earlier.source, kind: kind), Document.parse(later.source, kind: kind))
        let bytes =
            switch format {
            case .text: Array(ComparisonText.lines(comparison, earlier.source, later.source).map { $0 + "\n" }.joined().utf8)
            case .json: ComparisonJSON.write(comparison, earlier.source, later.source) + Array("\n".utf8)
            case .svg: ComparisonPicture.write(comparison, theme: theme)
            }
        if let output, output != "-" { try PictureFile.write(bytes, to: output) } else { try StandardOutput.write(bytes) }
        return comparison
    }
}
