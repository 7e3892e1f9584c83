import FoundationEssentials
import Glibc
import Pictures
import SystemPackage

/// Where a picture goes, and in which format.
struct PictureFile {
    /// Nil for standard output.
    let path: FilePath?
    let format: PictureFormat

    /// - Throws: ``InputProblem`` for an ending that is no format.
    init(source: String, output: String?, format: PictureFormat?) throws {
        if let output, output != "-" {
            let path = FilePath(output)
            guard let chosen = format ?? path.extension.flatMap({ PictureFormat(rawValue: $0.lowercased()) }) else {
                throw InputProblem("\(output): the name ends with none of .svg, .png and .pdf; say --format")
            }
            self.format = chosen
            self.path = path
        } else {
            let chosen = format ?? .svg
            self.format = chosen
            path = source == "-" || output == "-" ? nil : Self.beside(FilePath(source), chosen)
        }
    }

    private static func beside(_ source: FilePath, _ format: PictureFormat) -> FilePath {
        var path = source
        path.extension = format.rawValue
        return path
    }

    /// A file appears whole or not at all.
    /// - Throws: ``InputProblem``.
    func write(_ bytes: [UInt8]) throws {
        do {
            guard let path else { return _ = try FileDescriptor.standardOutput.writeAll(bytes) }
            try Data(bytes).write(to: URL(filePath: path.string), options: .atomic)
        } catch {
            throw InputProblem("\(path?.string ?? "<stdout>"): can't be written: \(Self.reason(error))")
        }
    }

    private static func reason(_ error: any Error) -> String {
        let cause = (error as? CocoaError)?.underlying as? POSIXError
        return cause.map { String(cString: strerror($0.code.rawValue)) } ?? "\(error)"
    }
}
