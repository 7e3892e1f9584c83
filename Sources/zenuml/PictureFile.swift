import FoundationEssentials
import Glibc
import Pictures
import SystemPackage

/// Where a picture goes, and in which format.
struct PictureFile {
    /// Nil for standard output.
    let path: String?
    let format: PictureFormat

    /// - Throws: ``InputProblem`` for an ending that is no format.
    init(source: String, output: String?, format: PictureFormat?) throws {
        if let output, output != "-" {
            guard !output.hasSuffix("/") else { throw InputProblem("\(output): can't be written: \(Errno.isDirectory)") }
            guard let chosen = format ?? FilePath(output).extension.flatMap({ PictureFormat(rawValue: $0.lowercased()) }) else {
                throw InputProblem("\(output): the name ends with none of .svg, .png and .pdf; say --format")
            }
            self.format = chosen
            path = output
        } else {
            let chosen = format ?? .svg
            self.format = chosen
            path = source == "-" || output == "-" ? nil : Self.beside(FilePath(source), chosen)
        }
    }

    private static func beside(_ source: FilePath, _ format: PictureFormat) -> String {
        var path = source
        path.extension = format.rawValue
        return path.string
    }

    /// - Throws: ``InputProblem``.
    func write(_ bytes: [UInt8]) throws {
        guard let path else { return try StandardOutput.write(bytes) }
        try Self.write(bytes, to: path)
    }

    /// A file appears whole or not at all. What is no file, such as a device, is written to and not replaced.
    /// - Throws: ``InputProblem``.
    static func write(_ bytes: [UInt8], to path: String) throws {
        do {
            guard Self.isOther(path) else { return try Data(bytes).write(to: URL(filePath: path), options: .atomic) }
            let target = try FileDescriptor.open(FilePath(path), .writeOnly)
            _ = try target.closeAfter { try target.writeAll(bytes) }
        } catch {
            throw InputProblem("\(path): can't be written: \(Self.reason(error))")
        }
    }

    /// Whether something is there that is no regular file.
    private static func isOther(_ path: String) -> Bool {
        var information = stat()
        return stat(path, &information) == 0 && information.st_mode & S_IFMT != S_IFREG
    }

    private static func reason(_ error: any Error) -> String {
        let cause = (error as? CocoaError)?.underlying as? POSIXError
        return cause.map { String(cString: strerror($0.code.rawValue)) } ?? "\(error)"
    }
}
