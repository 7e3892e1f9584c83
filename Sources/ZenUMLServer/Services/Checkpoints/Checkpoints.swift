import Domain
import Foundation

/// Keeps what a diagram was before it is changed, where that is worth it.
///
/// A version is stored before the change, under the revision that it is: a server that dies in between has lost nothing, and the next
/// one that tries stores nothing twice.
struct Checkpoints: Sendable {
    /// In seconds: after so much work a version is kept.
    static let interval: TimeInterval = 300
    /// In bytes of UTF-8: of a source that is shorter than this, nothing much can be lost at once.
    private static let shortest = 200

    let versions: any VersionRepository
    let queue: JobQueue
    let clock: WallClock

    /// - Parameter reason: Why it is worth it anyway; `nil` where that is to be found out.
    /// - Returns: Whether a version was kept.
    func keepIfDue(
        _ current: Diagram, before request: DiagramUpdate, as reason: VersionFacts.Reason? = nil, at now: Date
    ) async throws -> Bool {
        guard Self.isDifferent(current, request), let reason = reason ?? Self.reason(current, request, at: now) else { return false }
        try await keep(current, as: reason)
        return true
    }

    /// - Parameter label: A name, if it has been given one.
    func keep(_ current: Diagram, as reason: VersionFacts.Reason, label: String? = nil) async throws {
        let facts = VersionFacts(
            revision: current.revision, reason: reason, label: label, authorID: current.history.changedBy, savedAt: current.updatedAt)
        try await versions.create(DiagramVersion(diagramID: current.id, content: current.content, facts: facts))
        try await queue.add(.thinVersions, named: current.id, VersionThinningJob.Payload(diagramID: current.id))
    }

    /// An empty diagram is worth no version.
    private static func isDifferent(_ current: Diagram, _ request: DiagramUpdate) -> Bool {
        guard !current.source.isEmpty else { return false }
        return (request.source ?? current.source) != current.source || (request.layout ?? current.layout) != current.layout
    }

    private static func reason(_ current: Diagram, _ request: DiagramUpdate, at now: Date) -> VersionFacts.Reason? {
        if let source = request.source, isMostlyReplaced(current.source, by: source) { return .replaced }
        let last = current.history.checkpointAt ?? current.createdAt
        return now.timeIntervalSince(last) >= interval ? .automatic : nil
    }

    /// Whether less than half of a text is left at its beginning and its end.
    static func isMostlyReplaced(_ old: String, by new: String) -> Bool {
        let (before, after) = (Array(old.utf8), Array(new.utf8))
        guard before.count >= shortest else { return false }
        let start = zip(before, after).prefix { $0 == $1 }.count
        let end = zip(before.dropFirst(start).reversed(), after.dropFirst(start).reversed()).prefix { $0 == $1 }.count
        return (start + end) * 2 < before.count
    }
}
