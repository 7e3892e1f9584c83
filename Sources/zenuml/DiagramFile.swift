import SystemPackage
import UML

/// A source text named on the command line: a file, or `-` for standard input.
struct DiagramFile {
    /// As diagnostics name it.
    let name: String
    let source: SourceText
    let kind: DiagramKind
    /// Nil if nothing tells the kind but what is usual: so it is with an empty file.
    let toldKind: DiagramKind?

    /// The largest source, in bytes.
    static let largest = 1 << 20

    /// - Parameter other: A path whose ending says the kind, if that of the file doesn't.
    /// - Throws: ``UnreadableFile``.
    init(path: String, kind: DiagramKind?, namedLike other: String? = nil) throws {
        name = path == "-" ? "<stdin>" : path
        let bytes: [UInt8]
        do {
            bytes = try Self.read(path)
        } catch let error as Errno {
            throw UnreadableFile("\(path): can't be read: \(error)")
        }
        guard bytes.count <= Self.largest else { throw UnreadableFile("\(name): the source has more than 1 MiB") }
        guard String(validating: bytes, as: UTF8.self) != nil else { throw UnreadableFile("\(name): the source is not UTF-8") }
        source = SourceText(bytes: bytes)
        let ending = FilePath(other ?? path).extension?.lowercased()
        toldKind = try kind ?? Self.kind(of: source, ending, name)
        self.kind = toldKind ?? DiagramKind.allCases.first { $0.fileExtension == ending } ?? .sequence
    }

    /// What the text says, unless its ending says that it is in ZenUML's own notation.
    private static func kind(of source: SourceText, _ ending: String?, _ name: String) throws(UnreadableFile) -> DiagramKind? {
        guard ending != DiagramKind.sequence.fileExtension else { return .sequence }
        switch SourceKind.told(by: source) {
        case .known(let kind): return kind
        case .other(let other): throw UnreadableFile("\(name): this is \(other), which is not drawn; if it is something else, say so with --kind")
        case nil: return nil
        }
    }

    private static func read(_ path: String) throws -> [UInt8] {
        guard path != "-" else { return try read(.standardInput) }
        let file = try FileDescriptor.open(FilePath(path), .readOnly)
        return try file.closeAfter { try read(file) }
    }

    /// All there is, or a byte more than the largest source.
    private static func read(_ file: FileDescriptor) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count <= largest {
            let count = min(largest + 1 - bytes.count, 1 << 16)
            let part = try [UInt8](unsafeUninitializedCapacity: count) { $1 = try file.read(into: UnsafeMutableRawBufferPointer($0)) }
            guard !part.isEmpty else { break }
            bytes += part
        }
        return bytes
    }
}
