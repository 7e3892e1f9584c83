import Foundation
import Testing

/// A source text, and the outline that its document must have. Files of them stand in `Cases/`.
struct ParserCase: CustomTestStringConvertible, Sendable {
    let file: String
    let name: String
    let source: String
    var expected: [String]

    var testDescription: String { "\(file): \(name)" }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

    static let all: [ParserCase] = {
        let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        return files.filter { $0.pathExtension == "cases" }.sorted { $0.path < $1.path }.flatMap(read)
    }()

    /// `=== name`, the source, `---`, the outline.
    private static func read(_ file: URL) -> [ParserCase] {
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        let name = file.deletingPathExtension().lastPathComponent
        return "\n\(text)".components(separatedBy: "\n=== ").dropFirst().map { part in
            let halves = "\(part)\n".components(separatedBy: "\n---\n")
            let source = halves[0].components(separatedBy: "\n")
            let outline = halves.dropFirst().joined(separator: "\n---\n").split(separator: "\n").map(String.init)
            return ParserCase(file: name, name: source[0], source: source.dropFirst().joined(separator: "\n"), expected: outline)
        }
    }

    /// Writes the outlines that the parser gives now. What it changes is to be read before it is committed.
    static func record() throws {
        for (file, cases) in Dictionary(grouping: all, by: \.file) {
            let text = cases.map { "=== \($0.name)\n\($0.source)\n---\n" + Outline.lines($0.source).map { "\($0)\n" }.joined() }.joined()
            try text.write(to: folder.appending(path: "\(file).cases"), atomically: true, encoding: .utf8)
        }
    }
}
