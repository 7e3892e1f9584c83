public import Domain

/// Something that is wrong with a record of a backup.
public struct BackupFinding: Sendable, Equatable, CustomStringConvertible {
    public enum Problem: Sendable, Equatable {
        /// One of the records after the id, or after the beginning where that is empty.
        case unreadable(reason: String)
        case unknownKind(String)
        case unreadableLayout
        /// Its owner, project or diagram is not there: nobody would ever see it.
        case belongsToNothing
    }

    public let collection: StoredRecord.Collection
    public let id: String
    public let problem: Problem

    public init(_ collection: StoredRecord.Collection, id: String, _ problem: Problem) {
        self.collection = collection
        self.id = id
        self.problem = problem
    }

    /// Whether all else is as good without it.
    public var isLeftover: Bool { problem == .belongsToNothing }

    public var description: String {
        switch problem {
        case .unreadable(let reason): "\(collection.rawValue): what follows \(id.isEmpty ? "the beginning" : id) can't be read: \(reason)"
        case .unknownKind(let kind): "\(collection.rawValue) \(id): is of the kind '\(kind)', which this version doesn't know"
        case .unreadableLayout: "\(collection.rawValue) \(id): its layout can't be read"
        case .belongsToNothing: "\(collection.rawValue) \(id): belongs to nothing that is there; a restore leaves it out"
        }
    }
}
