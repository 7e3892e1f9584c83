import Foundation
import Testing
import ZipArchive

@Suite("Zip files")
struct ZipTests {
    private static let limits = ZipReader.Limits(file: 1 << 20, total: 2 << 20, count: 10)

    private func zip(_ files: [(String, [UInt8])]) throws -> [UInt8] {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).zip").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let writer = try ZipWriter(path: path)
        for (name, bytes) in files { try writer.add(name, bytes, modifiedAt: 1_700_000_000) }
        try writer.finish()
        return Array(try Data(contentsOf: URL(filePath: path)))
    }

    private func read(_ bytes: [UInt8], _ limits: ZipReader.Limits = limits) throws -> [ZipReader.File] {
        let reader = try ZipReader(bytes, limits: limits)
        var files: [ZipReader.File] = []
        while let file = try reader.next() { files.append(file) }
        return files
    }

    @Test func whatIsWrittenIsReadAgain() throws {
        let files: [(String, [UInt8])] = [("a/漢é.zen", Array("text".utf8)), ("empty", []), ("large", [UInt8](repeating: 7, count: 300_000))]
        let found = try read(zip(files))
        #expect(found.map(\.name) == files.map(\.0))
        #expect(found.map(\.bytes) == files.map(\.1))
    }

    @Test func whatUnpacksToTooMuchIsRefused() throws {
        let bomb = try zip([("zeros", [UInt8](repeating: 0, count: 2 << 20))])
        #expect(bomb.count < 10_000)
        #expect(throws: ZipError.tooLarge) { try read(bomb) }
        let three = try zip((0..<3).map { ("\($0)", [UInt8](repeating: 0, count: 1 << 20)) })
        #expect(throws: ZipError.tooLarge) { try read(three) }
        let many = try zip((0..<11).map { ("\($0)", []) })
        #expect(throws: ZipError.tooLarge) { try read(many) }
    }

    @Test func damagedBytesAreAnErrorAndNeverACrash() throws {
        let bytes = try zip([("a", Array("some text to be damaged".utf8)), ("b", [UInt8](repeating: 1, count: 5000))])
        for length in stride(from: 0, to: bytes.count, by: 7) { _ = try? read(Array(bytes[..<length])) }
        for place in bytes.indices {
            var bent = bytes
            bent[place] ^= 0x55
            _ = try? read(bent)
        }
        #expect(throws: ZipError.self) { try read(Array("no zip at all".utf8)) }
    }

    @Test func aFolderThatIsNotThereIsSaid() {
        #expect(throws: ZipError.self) { try ZipWriter(path: "/nowhere/at/all.zip") }
    }
}
