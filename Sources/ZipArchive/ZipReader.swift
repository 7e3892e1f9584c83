import CArchive

/// Reads a zip file by libarchive, one file after the other, and no more than allowed: what is small may unpack to anything. Its calls block.
public final class ZipReader {
    public struct File: Sendable, Equatable {
        /// As it is written in the zip file; nothing is ever written to such a path.
        public let name: String
        public let bytes: [UInt8]
    }

    /// Of all files together, in bytes, and their number.
    public struct Limits: Sendable {
        public let file: Int
        public let total: Int
        public let count: Int

        public init(file: Int, total: Int, count: Int) {
            self.file = file
            self.total = total
            self.count = count
        }
    }

    private let library: carchive_functions
    private let archive: OpaquePointer
    private let content: UnsafeMutableRawBufferPointer
    private let limits: Limits
    private var total = 0
    private var count = 0

    /// - Throws: ``ZipError/malformed(_:)``, ``ZipError/unavailable(_:)``.
    public init(_ bytes: [UInt8], limits: Limits) throws {
        library = try ArchiveLibrary.functions()
        guard let archive = library.archive_read_new() else { throw ZipError.malformed("out of memory") }
        self.archive = archive
        self.limits = limits
        // The library reads the bytes for as long as it is open.
        content = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 1)
        content.copyBytes(from: bytes)
        _ = library.archive_read_support_format_zip(archive)
        _ = UTF8Locale.with { library.archive_read_set_options(archive, "hdrcharset=UTF-8") }
        guard library.archive_read_open_memory(archive, content.baseAddress, bytes.count) == ARCHIVE_OK else { throw ZipError.malformed(reason) }
    }

    deinit {
        _ = library.archive_read_free(archive)
        content.deallocate()
    }

    /// - Returns: The next file; `nil` at the end. Folders and links are passed over.
    /// - Throws: ``ZipError/malformed(_:)``, ``ZipError/tooLarge``.
    public func next() throws -> File? {
        try UTF8Locale.with { try nextFile() }
    }

    private func nextFile() throws -> File? {
        var entry: OpaquePointer?
        while true {
            let status = library.archive_read_next_header(archive, &entry)
            if status == ARCHIVE_EOF { return nil }
            guard status >= ARCHIVE_WARN, let entry else { throw ZipError.malformed(reason) }
            count += 1
            guard count <= limits.count else { throw ZipError.tooLarge }
            guard library.archive_entry_filetype(entry) == Self.regularFile, let name = library.archive_entry_pathname_utf8(entry) else { continue }
            return File(name: String(cString: name), bytes: try read())
        }
    }

    private func read() throws -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let length = chunk.withUnsafeMutableBytes { library.archive_read_data(archive, $0.baseAddress, $0.count) }
            guard length >= 0 else { throw ZipError.malformed(reason) }
            guard length > 0 else { return bytes }
            total += length
            guard bytes.count + length <= limits.file, total <= limits.total else { throw ZipError.tooLarge }
            bytes += chunk[..<length]
        }
    }

    private var reason: String {
        library.archive_error_string(archive).map { String(cString: $0) } ?? "unknown error"
    }

    /// `S_IFREG` of POSIX, which C hides in a macro.
    private static let regularFile: UInt32 = 0o100000
}
