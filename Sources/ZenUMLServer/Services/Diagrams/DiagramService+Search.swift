import Domain

/// Search in what a person owns and in what others share with them.
extension DiagramService {
    /// Of those who share something with a person so many are asked, whose sharing is the newest.
    private static let mostSharingOwners = 20

    /// A page of what has all the words, the most relevant first. Of what is shared one by one nothing is told about its project.
    func search(_ words: SearchWords, for user: User, offset: Int, limit: Int) async throws -> (entries: [DiagramEntry], hasMore: Bool) {
        guard !words.words.isEmpty else { return ([], false) }
        let shared = try await sharedScopes(of: user.id)
        var hits: [[SearchHit]] = []
        for scope in [SearchScope(ownerID: user.id)] + shared {
            hits.append(try await diagrams.search(words, in: scope, limit: offset + limit + 1))
        }
        let own = Set(hits[0].map(\.diagramID))
        let rest = Self.merged(hits, limit: offset + limit + 1).dropFirst(offset)
        let ids = rest.prefix(limit).map(\.diagramID)
        guard !ids.isEmpty else { return ([], false) }
        let found = try await diagrams.findAll(ids: ids, around: words)
        let byID = Dictionary(firstOf: found.map { ($0.diagram.id, $0) })
        let shown = ids.compactMap { byID[$0] }
        let sharedProjects = Set(shared.flatMap { $0.part?.projectIDs ?? [] })
        let told = shown.map(\.diagram).filter { own.contains($0.id) || sharedProjects.contains($0.projectID) }
        let names = try await projectNames(of: told)
        let entries = zip(try await listed(shown.map(\.diagram), for: user), shown).map { listed, found in
            DiagramEntry(
                listed: listed, projectName: names[listed.diagram.projectID], snippet: found.snippet, isShared: !own.contains(listed.diagram.id))
        }
        return (entries, rest.count > limit)
    }

    /// What others share with a person: for each of them what of theirs it is.
    private func sharedScopes(of userID: String) async throws -> [SearchScope] {
        let memberships = try await access.liveMemberships(of: userID).sorted { ($0.member.addedAt, $0.id) > ($1.member.addedAt, $1.id) }
        guard !memberships.isEmpty else { return [] }
        let single = Set(memberships.filter { $0.target == .diagram }.map(\.id))
        let places = try await single.isEmpty ? [] : diagrams.findAll(ids: single.sorted())
        let projectIDs = Dictionary(firstOf: places.map { ($0.id, $0.projectID) })
        // A diagram belongs to whom its project does.
        let placed = memberships.compactMap { membership in
            (membership.target == .project ? membership.id : projectIDs[membership.id]).map { (membership: membership, projectID: $0) }
        }
        let found = try await projects.find(ids: Array(Set(placed.map(\.projectID)))).filter { $0.deletedAt == nil }
        let owners = Dictionary(firstOf: found.map { ($0.id, $0.ownerID) })
        var parts: [String: SearchScope.Part] = [:]
        for (membership, projectID) in placed {
            guard let owner = owners[projectID], owner != userID, parts[owner] != nil || parts.count < Self.mostSharingOwners else { continue }
            switch membership.target {
            case .project: parts[owner, default: SearchScope.Part()].projectIDs.insert(membership.id)
            case .diagram: parts[owner, default: SearchScope.Part()].diagramIDs.insert(membership.id)
            }
        }
        return parts.map { SearchScope(ownerID: $0, part: $1) }.sorted { $0.ownerID < $1.ownerID }
    }

    /// Several orders as one, in which each stays what it is: so pages neither repeat nor skip what is equal in rank and age.
    private static func merged(_ lists: [[SearchHit]], limit: Int) -> [SearchHit] {
        var rest = lists.map { $0[...] }
        var merged: [SearchHit] = []
        while merged.count < limit {
            let heads = rest.enumerated().compactMap { index, list in list.first.map { (index: index, hit: $0) } }
            guard let next = heads.min(by: { $0.hit.precedes($1.hit) }) else { break }
            merged.append(next.hit)
            rest[next.index].removeFirst()
        }
        return merged
    }
}
