import CArchive

/// libarchive, once it is loaded.
enum ArchiveLibrary {
    private static let loaded: Result<carchive_functions, ZipError> = {
        let functions = UnsafeMutablePointer<carchive_functions>.allocate(capacity: 1)
        defer { functions.deallocate() }
        if let reason = carchive_load(functions) { return .failure(.unavailable(String(cString: reason))) }
        return .success(functions.pointee)
    }()

    /// - Throws: ``ZipError/unavailable(_:)``.
    static func functions() throws -> carchive_functions {
        try loaded.get()
    }
}
