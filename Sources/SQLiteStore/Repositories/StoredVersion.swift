import CZlib
import Domain
import Foundation
import GRDB

/// A row of `versions` as it was read.
struct StoredVersion: Sendable {
    private let diagramID: String
    private let facts: VersionFacts
    private let name: String
    private let content: Data

    /// - Parameter row: The columns of ``SQLiteVersionRepository/columns`` in their order.
    init(row: Row) throws {
        diagramID = row[1]
        facts = try VersionFacts(row: row, from: 2)
        name = row[7]
        content = row[8]
    }

    func version() throws -> DiagramVersion {
        let texts = try texts()
        return DiagramVersion(diagramID: diagramID, content: DiagramContent(name: name, source: texts.source, layout: texts.layout), facts: facts)
    }

    /// The length of source and layout together, in 4 bytes, then both with U+0000 between them, which neither has (zlib, RFC 1950).
    static func compressed(_ content: DiagramContent) throws -> Data {
        let plain = Array(content.source.utf8) + [0] + Array(content.layout.utf8)
        var packed = [UInt8](repeating: 0, count: Int(compressBound(UInt(plain.count))))
        var length = UInt(packed.count)
        guard compress2(&packed, &length, plain, UInt(plain.count), Z_BEST_SPEED) == Z_OK else {
            throw StoreUnavailableError(reason: "SQLite: a version can't be compressed")
        }
        let header = (0..<4).map { UInt8(truncatingIfNeeded: plain.count >> (8 * $0)) }
        return Data(header + packed.prefix(Int(length)))
    }

    private func texts() throws -> (source: String, layout: String) {
        let failure = "SQLite: the version \(DiagramVersion.id(diagramID, facts.revision)) can't be read: its content is damaged"
        let bytes = Array(content)
        guard bytes.count > 4 else { throw StoreUnavailableError(reason: failure) }
        let size = bytes.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
        var plain = [UInt8](repeating: 0, count: size)
        var length = UInt(size)
        let packed = Array(bytes.dropFirst(4))
        guard uncompress(&plain, &length, packed, UInt(packed.count)) == Z_OK, length == UInt(size), let middle = plain.firstIndex(of: 0) else {
            throw StoreUnavailableError(reason: failure)
        }
        return (String(decoding: plain[..<middle], as: UTF8.self), String(decoding: plain[(middle + 1)...], as: UTF8.self))
    }
}
