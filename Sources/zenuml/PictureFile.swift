import Foundation
import ZenUMLServer

/// Where a picture goes, and in which format.
struct PictureFile {
    /// Nil for standard output.
    let path: String?
    let format: PictureFormat

    /// - Throws: ``InputProblem`` for an ending that is no format.
    init(source: String, output: String?, format: PictureFormat?) throws {
        if let output, output != "-" {
            let ending = URL(filePath: output).pathExtension.lowercased()
            guard let chosen = format ?? PictureFormat(rawValue: ending) else {
                throw InputProblem("\(output): the name ends with none of .svg, .png and .pdf; say --format")
            }
            self.format = chosen
            path = output
        } else {
            self.format = format ?? .svg
            path = source == "-" || output == "-" ? nil : URL(filePath: source).deletingPathExtension().path + ".\(self.format.rawValue)"
        }
    }

    /// A file appears whole or not at all.
    /// - Throws: ``InputProblem``.
    func write(_ bytes: [UInt8]) throws {
        guard let path else { return FileHandle.standardOutput.write(Data(bytes)) }
        do {
            try Data(bytes).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw InputProblem("\(path): can't be written: \((error as NSError).localizedDescription)")
        }
    }
}
