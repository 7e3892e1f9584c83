import Domain
import Foundation

/// A version in the list of a diagram's history.
struct VersionEntry: Sendable, Equatable {
    let facts: VersionFacts
    /// `nil` when nobody knows, or the account is gone.
    let authorName: String?
}

extension VersionEntry: JSONWritable {
    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("revision", facts.revision)
            json.field("reason", facts.reason.rawValue)
            json.field("name", facts.label)
            json.field("author_name", authorName)
            json.field("saved_at", facts.savedAt)
        }
    }
}
