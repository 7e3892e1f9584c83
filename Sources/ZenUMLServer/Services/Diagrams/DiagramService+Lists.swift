import Domain

/// Lists give one more than was asked for, if there are so many: it tells whether there is a next page.
extension DiagramService {
    /// - Throws: ``DomainError/notFound(_:)`` without such a project.
    func list(projectID: String, for user: User, _ page: ListPage) async throws -> [ListedDiagram] {
        _ = try await access.project(projectID, for: user.id, atLeast: .viewer)
        return try await listed(diagrams.findAll(projectID: projectID, page), for: user)
    }

    func listRecent(for user: User, _ page: ListPage) async throws -> [DiagramEntry] {
        try await entries(of: diagrams.findRecent(ownerID: user.id, after: page.position, limit: page.limit), for: user)
    }

    /// Those that are shared with the person one by one. Of their projects nothing is told.
    func listShared(for user: User, _ page: ListPage) async throws -> [DiagramEntry] {
        let ids = Set(try await access.liveMemberships(of: user.id).filter { $0.target == .diagram }.map(\.id))
        guard !ids.isEmpty else { return [] }
        let shared = try await diagrams.findAll(ids: ids.sorted())
        let own = Set(try await projects.find(ids: Array(Set(shared.map(\.projectID)))).filter { $0.ownerID == user.id }.map(\.id))
        let found = shared.filter { !own.contains($0.projectID) }.sorted { ($1.updatedAt, $1.id) < ($0.updatedAt, $0.id) }
        let rest = page.position.map { position in found.filter { ListPosition(.time($0.updatedAt), id: $0.id).comes(after: position) } } ?? found
        return try await listed(Array(rest.prefix(page.limit)), for: user).map { DiagramEntry(listed: $0, projectName: nil, isShared: true) }
    }

    func listTrash(for user: User, _ page: ListPage) async throws -> [DiagramEntry] {
        try await entries(of: diagrams.findDeleted(ownerID: user.id, after: page.position, limit: page.limit), for: user)
    }

    /// With the names of those who changed them last: asked for at once, and only where it was somebody else than who looks.
    func listed(_ summaries: [DiagramSummary], for user: User) async throws -> [ListedDiagram] {
        var names = [user.id: user.name]
        let others = Set(summaries.compactMap(\.changedBy)).subtracting([user.id])
        if !others.isEmpty { for other in try await users.find(ids: others.sorted()) { names[other.id] = other.name } }
        return summaries.map { summary in
            let changedBy = summary.changedBy.flatMap { id in names[id].map { NamedPerson(id: id, name: $0) } }
            return ListedDiagram(diagram: summary, changedBy: changedBy)
        }
    }

    /// - Returns: By the ids of the projects of diagrams.
    func projectNames(of summaries: [DiagramSummary]) async throws -> [String: String] {
        guard !summaries.isEmpty else { return [:] }
        let found = try await projects.find(ids: Array(Set(summaries.map(\.projectID))))
        return Dictionary(firstOf: found.map { ($0.id, $0.name) })
    }

    private func entries(of summaries: [DiagramSummary], for user: User) async throws -> [DiagramEntry] {
        let names = try await projectNames(of: summaries)
        return try await listed(summaries, for: user).map { DiagramEntry(listed: $0, projectName: names[$0.diagram.projectID]) }
    }
}
