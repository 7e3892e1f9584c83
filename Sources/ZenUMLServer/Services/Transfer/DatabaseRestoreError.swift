/// Why a backup was not restored.
public enum DatabaseRestoreError: Error, Sendable, Equatable, CustomStringConvertible {
    case damaged([BackupFinding])
    case notEmpty
    case changedMeanwhile(collection: String)

    public var description: String {
        switch self {
        case .damaged(let findings):
            "the backup is damaged, and nothing was restored: " + findings.map(\.description).joined(separator: "; ")
        case .notEmpty:
            "the database holds accounts; with --replace everything in it is lost and replaced by the backup"
        case .changedMeanwhile(let collection):
            "something wrote to \(collection) meanwhile: stop the servers, and restore again with --replace"
        }
    }
}
