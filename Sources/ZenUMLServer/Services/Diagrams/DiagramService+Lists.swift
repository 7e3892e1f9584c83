import Domain

/// Lists give one more than was asked for, if there are so many: it tells whether there is a next page.
extension DiagramService {
    /// - Throws: ``DomainError/notFound(_:)`` without such a project.
    func list(projectID: String, userID: String, _ page: ListPage) async throws -> [DiagramSummary] {
        _ = try await access.project(projectID, for: userID, atLeast: .viewer)
        return try await diagrams.findAll(projectID: projectID, page)
    }

    func listRecent(ownerID: String, _ page: ListPage) async throws -> [DiagramEntry] {
        try await entries(of: diagrams.findRecent(ownerID: ownerID, after: page.position, limit: page.limit))
    }

    /// Those that are shared with the person one by one. Of their projects nothing is told.
    func listShared(userID: String, _ page: ListPage) async throws -> [DiagramEntry] {
        let now = clock.now
        let memberships = try await accessLists.memberships(of: userID, limit: AccessService.mostShared)
        let ids = Set(memberships.filter { $0.target == .diagram && $0.member.isLive(at: now) }.map(\.id))
        guard !ids.isEmpty else { return [] }
        let found = try await diagrams.findAll(ids: ids.sorted()).sorted { ($1.updatedAt, $1.id) < ($0.updatedAt, $0.id) }
        let rest = page.position.map { position in found.filter { ListPosition(.time($0.updatedAt), id: $0.id).comes(after: position) } } ?? found
        return rest.prefix(page.limit).map { DiagramEntry(diagram: $0, projectName: nil, snippet: nil) }
    }

    func listTrash(ownerID: String, _ page: ListPage) async throws -> [DiagramEntry] {
        try await entries(of: diagrams.findDeleted(ownerID: ownerID, after: page.position, limit: page.limit))
    }

    func search(_ words: SearchWords, ownerID: String, offset: Int, limit: Int) async throws -> [DiagramEntry] {
        let hits = try await diagrams.search(words, ownerID: ownerID, offset: offset, limit: limit)
        let entries = try await entries(of: hits.map(\.diagram))
        return zip(entries, hits).map { DiagramEntry(diagram: $0.diagram, projectName: $0.projectName, snippet: $1.snippet) }
    }

    private func entries(of summaries: [DiagramSummary]) async throws -> [DiagramEntry] {
        guard !summaries.isEmpty else { return [] }
        let found = try await projects.find(ids: Array(Set(summaries.map(\.projectID))))
        let names = Dictionary(found.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        return summaries.map { DiagramEntry(diagram: $0, projectName: names[$0.projectID], snippet: nil) }
    }
}
