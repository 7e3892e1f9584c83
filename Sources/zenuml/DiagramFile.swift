import Foundation
import UML

/// A source text named on the command line: a file, or `-` for standard input.
struct DiagramFile {
    /// As diagnostics name it.
    let name: String
    let source: SourceText
    let kind: DiagramKind

    /// The largest source, in bytes.
    static let largest = 1 << 20

    /// - Throws: ``InputProblem``.
    init(path: String, kind: DiagramKind?) throws {
        name = path == "-" ? "<stdin>" : path
        let data: Data
        do {
            data = path == "-" ? try FileHandle.standardInput.readToEnd() ?? Data() : try Data(contentsOf: URL(filePath: path))
        } catch {
            throw InputProblem("\(path): can't be read: \((error as NSError).localizedDescription)")
        }
        guard data.count <= Self.largest else { throw InputProblem("\(name): the source has more than 1 MiB") }
        guard String(validating: data, as: UTF8.self) != nil else { throw InputProblem("\(name): the source is not UTF-8") }
        // The bytes as they are: Foundation's string would lose a byte order mark, and places would be wrong.
        source = SourceText(bytes: Array(data))
        let known = DiagramKind.allCases.first { $0.fileExtension == URL(filePath: path).pathExtension.lowercased() }
        self.kind = kind ?? known ?? .sequence
    }
}
