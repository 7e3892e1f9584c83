import ArgumentParser
import CommandLineSupport
import UML

/// Brings the changes of two sides to a text of a diagram together.
struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Merge the changes of two sides to a text of a diagram.",
        discussion: """
            By lines, and where both have changed the same lines, by elements. What can't be merged is left between git's markers. Ends with 0 when \
            all was merged, 1 when conflicts are left, 2 when a file can't be read or written or is no diagram of the same kind; then nothing is \
            written.
            """
    )

    @Argument(help: "The file that both sides began with, - for standard input. An empty one is of any kind.")
    var base: String

    @Argument(help: "The file with our changes, or - for standard input.")
    var ours: String

    @Argument(help: "The file with the other side's changes, or - for standard input.")
    var theirs: String

    @Option(name: .shortAndLong, help: "Write to this file, which may be one of the three. Default: standard output.")
    var output: String?

    @Option(help: "The kind of diagram. Default: what the texts and the ending of the name say.")
    var kind: DiagramKind?

    @Option(help: "What the merged file is called, where the names of the three files don't say it.")
    var name: String?

    @Option(help: "How many signs a marker of a conflict has.")
    var markerSize = 7

    func validate() throws {
        if [base, ours, theirs].count(where: { $0 == "-" }) > 1 { throw ValidationError("Only one of the three can be standard input.") }
        guard (1...1000).contains(markerSize) else { throw ValidationError("A marker has from 1 to 1000 signs.") }
    }

    func run() throws {
        do {
            guard try !merge().isClean else { return }
        } catch  where error is UnreadableFile || error is InputProblem {
            Console.writeError("\(error)")
            throw ExitCode(2)
        }
        throw ExitCode(1)
    }

    private func merge() throws -> SourceMerge {
        let files = try [base, ours, theirs].map { try DiagramFile(path: $0, kind: kind, namedLike: name) }
        let told = zip(files, ["base", "ours", "theirs"]).filter { $0.0.toldKind != nil }
        for (one, other) in zip(told, told.dropFirst()) where one.0.kind != other.0.kind {
            throw InputProblem(
                "\(name ?? files[1].name): \(one.1) is a \(one.0.kind.rawValue) diagram, and \(other.1) a \(other.0.kind.rawValue) diagram")
        }
        let merge = SourceMerge(
            base: files[0].source, ours: files[1].source, theirs: files[2].source, kind: told.first?.0.kind ?? files[1].kind,
            markers: ConflictMarkers(size: markerSize))
        if let output, output != "-" { try PictureFile.write(merge.source.bytes, to: output) } else { try StandardOutput.write(merge.source.bytes) }
        Console.writeReport(merge.conflicts.map { "\(name ?? files[1].name):\($0.firstLine): conflict: \(words($0.sort))" })
        return merge
    }

    private func words(_ sort: SourceMerge.Conflict.Sort) -> String {
        switch sort {
        case .changedByBoth: "changed by both sides"
        case .insertedByBoth: "both sides put something in here"
        case .deletedByOurs: "deleted by ours, changed by theirs"
        case .deletedByTheirs: "changed by ours, deleted by theirs"
        case .moved: "moved by one side, moved elsewhere or deleted by the other"
        }
    }
}
