import Foundation

/// Which file on disk a path leads to.
///
/// SQLite goes on writing to a file that was deleted or moved away, and everything written is lost. Comparing identities tells.
struct FileIdentity: Equatable {
    private let device: UInt64
    private let inode: UInt64

    /// `nil` when there is no file at `path`.
    init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
    }
}
