import FoundationEssentials
import Pictures
import SystemPackage
import UML

/// Where the elements of a diagram stand, in a file of JSON, as the HTTP API has it in `layout`.
struct LayoutFile {
    let path: String

    /// In bytes. What a server keeps is less.
    private static let largest = 4 << 20

    /// - Throws: ``UnreadableFile``.
    func read(mayBeMissing: Bool) throws -> ElementPlaces {
        do {
            let file = try FileDescriptor.open(FilePath(path), .readOnly)
            let bytes = try file.closeAfter {
                try [UInt8](unsafeUninitializedCapacity: Self.largest + 1) {
                    while $1 < $0.count {
                        let count = try file.read(into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer($0)[$1...]))
                        guard count > 0 else { break }
                        $1 += count
                    }
                }
            }
            guard bytes.count <= Self.largest else { throw UnreadableFile("\(path): a layout can't have more than 4 MiB") }
            return try DiagramLayout(json: bytes).places
        } catch Errno.noSuchFileOrDirectory where mayBeMissing {
            return ElementPlaces()
        } catch let error as Errno {
            throw UnreadableFile("\(path): can't be read: \(error)")
        } catch is DecodingError {
            throw UnreadableFile("\(path): this is no layout, such as {\"Order\": {\"x\": 1, \"y\": 2}}")
        }
    }

    /// - Throws: ``InputProblem``.
    func write(_ places: ElementPlaces) throws {
        try PictureFile.write(PlacesJSON.write(places) + [UInt8(ascii: "\n")], to: path)
    }
}
