import ArgumentParser
import CommandLineSupport
import FoundationEssentials
import Pictures
import UML

/// Draws diagrams into files.
struct RenderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "Draw diagrams as SVG, PNG or PDF.",
        discussion: """
            What can't be understood is reported, and the rest is drawn. Without --output the picture of standard input goes to standard output, \
            and that of FILE.zen to FILE.svg beside it. Ends with 0 when no diagram has an error, 1 when one has, 2 when a file can't be read or \
            written; the other files are drawn all the same. Ends with 64 when the command line is wrong.
            """
    )

    @Argument(help: "Files, or - for standard input.")
    var files: [String]

    @Option(help: "The kind of diagram. Default: what the text and the ending of the file's name say.")
    var kind: DiagramKind?

    @Option(help: "The colours.")
    var theme = Theme.light

    @Option(name: .shortAndLong, help: "The picture's file; its ending says the format. For one diagram only. - is standard output.")
    var output: String?

    @Option(help: "The format, where --output doesn't say it.")
    var format: PictureFormat?

    @Option(help: "Pixels of a PNG for one of the diagram, up to 10.")
    var scale = 1.0

    @Option(help: "A file that says where elements are to stand, as --write-layout writes it. For one diagram only.")
    var layout: String?

    @Option(help: "Write to this file where elements stand on the picture: with --layout they stay there when the source changes.")
    var writeLayout: String?

    @Flag(help: "Go on, and draw again whenever a file changes.")
    var watch = false

    func validate() throws {
        if files.isEmpty { throw ValidationError("Name a file, or - for standard input.") }
        if output != nil, files.count > 1 { throw ValidationError("--output is for one diagram; without it each picture is put beside its source.") }
        if layout ?? writeLayout != nil, files.count > 1 { throw ValidationError("--layout and --write-layout are for one diagram.") }
        if !(scale > 0 && scale <= PictureConverter.largestScale) { throw ValidationError("--scale is a number above 0, up to 10.") }
        if watch, files.contains("-") { throw ValidationError("--watch is for files, not for standard input.") }
    }

    /// In place of `run`, which could not wait for a converter.
    @MainActor func draw() async throws {
        // Before they are read, so that no change is missed that comes meanwhile.
        let times = files.map(Self.changeTime)
        var hasErrors = false
        var hasProblem = false
        for path in files {
            switch try await attempt(path) {
            case .drawn(let itHasErrors): hasErrors = hasErrors || itHasErrors
            case .failed: hasProblem = true
            }
        }
        if watch { try await goOn(from: times) }
        if hasProblem { throw ExitCode(2) }
        if hasErrors { throw ExitCode(1) }
    }

    private enum Attempt {
        case drawn(hasErrors: Bool)
        case failed
    }

    /// Draws one file; says in a line what makes that impossible.
    @MainActor private func attempt(_ path: String) async throws -> Attempt {
        do {
            return .drawn(hasErrors: try await render(path))
        } catch  where error is UnreadableFile || error is InputProblem || error is PictureError {
            Console.writeError("\(error)")
            return .failed
        }
    }

    /// Draws one file and says whether it has errors.
    @MainActor private func render(_ path: String) async throws -> Bool {
        let file = try DiagramFile(path: path, kind: kind)
        let target = try PictureFile(source: path, output: output, format: format)
        let document = Document.parse(file.source, kind: file.kind)
        let scene = document.scene(try layout.map { try LayoutFile(path: $0).read(mayBeMissing: $0 == writeLayout) } ?? ElementPlaces())
        let svg = SVGWriter.write(scene, theme: theme)
        // To ask the converter would start threads, though it has nothing to do.
        let isDrawn = target.format == .svg
        try target.write(isDrawn ? svg : try await PictureConverter().convert(svg, of: scene, to: target.format, scale: scale))
        if let writeLayout { try LayoutFile(path: writeLayout).write(scene.places) }
        Console.writeReport(DiagnosticText.lines(file, document))
        if !isDrawn { await warnOfMissingLetters(in: scene) }
        return document.hasErrors
    }

    /// They are boxes in the picture.
    private func warnOfMissingLetters(in scene: Scene) async {
        guard scene.texts.contains(where: { $0.utf8.contains { $0 > 0x7F } }), let coverage = await FontCoverage.installed() else { return }
        let missing = coverage.missing(in: scene.texts)
        guard !missing.isEmpty else { return }
        Console.writeError(
            "no installed font has \(String(missing.prefix(10)))\(missing.count > 10 ? "…" : ""); "
                + "install one, such as those of Debian's packages fonts-noto-core and fonts-noto-cjk")
    }

    /// Looks at the files' times of change, which works on every file system; ends with the process.
    @MainActor private func goOn(from times: [Date?]) async throws {
        var seen = times
        while true {
            try await Task.sleep(for: .milliseconds(200))
            for (index, path) in files.enumerated() {
                let time = Self.changeTime(path)
                guard time != seen[index] else { continue }
                seen[index] = time
                if case .drawn = try await attempt(path) { Console.writeProgress("\(path): drawn") }
            }
        }
    }

    private static func changeTime(_ path: String) -> Date? {
        try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
    }
}
