import Domain
import Foundation

/// The history of diagrams.
struct VersionService: Sendable {
    /// They stay, unlike those without a name.
    private static let mostNamed = 200

    let versions: any VersionRepository
    let users: any UserRepository
    let access: AccessService
    let diagrams: DiagramService
    let checkpoints: Checkpoints

    /// - Returns: The newest first, with the names of those who made them.
    /// - Throws: ``DomainError/notFound(_:)``.
    func list(_ diagramID: String, userID: String) async throws -> [VersionEntry] {
        _ = try await access.diagram(diagramID, for: userID, atLeast: .editor)
        return try await entries(try await versions.findAll(diagramID: diagramID))
    }

    /// A diagram as it was.
    /// - Throws: ``DomainError/notFound(_:)``, also where that revision was not kept.
    func find(_ diagramID: String, revision: Int, userID: String) async throws -> Diagram {
        let current = try await access.diagram(diagramID, for: userID, atLeast: .editor).diagram
        return try await find(revision, of: current)
    }

    /// A diagram as it was at two revisions.
    /// - Parameter later: `nil` for what it is now.
    /// - Throws: ``DomainError/notFound(_:)``, also where one of them was not kept; ``DomainError/forbidden(_:)``.
    func find(_ diagramID: String, from earlier: Int, to later: Int?, userID: String) async throws -> (Diagram, Diagram) {
        let current = try await access.diagram(diagramID, for: userID, atLeast: .editor).diagram
        return (try await find(earlier, of: current), try await find(later ?? current.revision, of: current))
    }

    /// Keeps what the diagram is now under a name.
    /// - Throws: ``DomainError/notFound(_:)``, ``DomainError/forbidden(_:)``, ``DomainError/conflict(_:)`` with too many names, or when it
    ///   has another already.
    func name(_ diagramID: String, _ label: String, userID: String) async throws -> VersionEntry {
        let current = try await access.diagram(diagramID, for: userID, atLeast: .editor).diagram
        let named = try await versions.findAll(diagramID: diagramID).filter { $0.label != nil }
        guard named.count < Self.mostNamed || named.contains(where: { $0.revision == current.revision }) else {
            throw DomainError.conflict("There are \(Self.mostNamed) named versions already; their owner can remove some")
        }
        try await checkpoints.keep(current, as: .named, label: label)
        let all = try await versions.findAll(diagramID: diagramID)
        guard let kept = all.first(where: { $0.revision == current.revision }) else { throw Self.notFound }
        if let other = kept.label, other != label { throw DomainError.conflict("This is kept already as “\(other)”") }
        guard let entry = try await entries([kept]).first else { throw Self.notFound }
        return entry
    }

    /// Makes source and layout what they were. It is a change as any other: what was there until now is kept, too.
    /// - Throws: As ``DiagramService/change(_:_:from:userID:)``.
    func restore(_ diagramID: String, revision: Int, from match: RevisionMatch, userID: String) async throws -> DiagramAccess {
        let current = try await access.diagram(diagramID, for: userID, atLeast: .editor).diagram
        let version = try await find(revision, of: current)
        return try await diagrams.change(
            diagramID, DiagramUpdate(source: version.source, layout: version.layout), from: match, keeping: .restored, userID: userID)
    }

    /// Removes a version for good.
    /// - Throws: ``DomainError/notFound(_:)``, ``DomainError/forbidden(_:)``.
    func remove(_ diagramID: String, revision: Int, userID: String) async throws {
        _ = try await access.diagram(diagramID, for: userID, atLeast: .owner)
        guard try await versions.remove(diagramID: diagramID, revision: revision) else { throw Self.notFound }
    }

    private func entries(_ facts: [VersionFacts]) async throws -> [VersionEntry] {
        let authors = try await users.find(ids: Array(Set(facts.compactMap(\.authorID))))
        let names = Dictionary(firstOf: authors.map { ($0.id, $0.name) })
        return facts.map { VersionEntry(facts: $0, authorName: $0.authorID.flatMap { names[$0] }) }
    }

    private func find(_ revision: Int, of current: Diagram) async throws -> Diagram {
        if revision == current.revision { return current }
        guard let version = try await versions.find(diagramID: current.id, revision: revision) else { throw Self.notFound }
        var diagram = current
        (diagram.content, diagram.revision, diagram.updatedAt) = (version.content, revision, version.facts.savedAt)
        return diagram
    }

    static let notFound = DomainError.notFound("No such version")
}
