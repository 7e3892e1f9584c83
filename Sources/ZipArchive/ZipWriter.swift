import CArchive

/// Writes a zip file by libarchive, one file after the other; only the one at hand is in memory. Its calls block.
///
/// `@unchecked Sendable`: its owner makes one call after the other, on whatever thread.
public final class ZipWriter: @unchecked Sendable {
    private let library: carchive_functions
    private let archive: OpaquePointer

    /// - Parameter path: Of the zip file to be made.
    /// - Throws: ``ZipError/unwritable(_:)``, ``ZipError/unavailable(_:)``.
    public init(path: String) throws {
        library = try ArchiveLibrary.functions()
        guard let archive = library.archive_write_new() else { throw ZipError.unwritable("out of memory") }
        self.archive = archive
        try check(library.archive_write_set_format_zip(archive))
        // Names are UTF-8 whatever the language of this process.
        try check(UTF8Locale.with { library.archive_write_set_options(archive, "hdrcharset=UTF-8") })
        try check(library.archive_write_open_filename(archive, path))
    }

    deinit { _ = library.archive_write_free(archive) }

    /// - Parameters:
    ///   - name: With slashes between folders.
    ///   - modifiedAt: In seconds since 1970-01-01 UTC.
    /// - Throws: ``ZipError/unwritable(_:)``.
    public func add(_ name: String, _ bytes: [UInt8], modifiedAt: Int) throws {
        try UTF8Locale.with { try write(name, bytes, modifiedAt) }
    }

    private func write(_ name: String, _ bytes: [UInt8], _ modifiedAt: Int) throws {
        guard let entry = library.archive_entry_new() else { throw ZipError.unwritable("out of memory") }
        defer { library.archive_entry_free(entry) }
        library.archive_entry_set_pathname_utf8(entry, name)
        library.archive_entry_set_filetype(entry, Self.regularFile)
        library.archive_entry_set_perm(entry, 0o644)
        library.archive_entry_set_size(entry, Int64(bytes.count))
        library.archive_entry_set_mtime(entry, time_t(modifiedAt), 0)
        try check(library.archive_write_header(archive, entry))
        let written = bytes.withUnsafeBytes { library.archive_write_data(archive, $0.baseAddress, $0.count) }
        guard written == bytes.count else { throw ZipError.unwritable(reason) }
    }

    /// Ends the file.
    /// - Throws: ``ZipError/unwritable(_:)``.
    public func finish() throws {
        try UTF8Locale.with { try check(library.archive_write_close(archive)) }
    }

    private var reason: String {
        library.archive_error_string(archive).map { String(cString: $0) } ?? "unknown error"
    }

    private func check(_ status: Int32) throws {
        guard status >= ARCHIVE_WARN else { throw ZipError.unwritable(reason) }
    }

    /// `S_IFREG` of POSIX, which C hides in a macro.
    private static let regularFile: UInt32 = 0o100000
}
