/// Why a zip file can't be read or written.
public enum ZipError: Error, Sendable, Equatable {
    /// The bytes are no zip file, or a damaged one.
    case malformed(String)
    /// The files in it are larger, or more, than is allowed.
    case tooLarge
    /// It can't be written, e.g. for a full disk.
    case unwritable(String)
    /// libarchive is not installed.
    case unavailable(String)
}
