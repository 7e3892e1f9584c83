import Domain

extension DiagramRepository {
    /// What a search shows, in its order.
    func found(_ text: String, in part: SearchScope.Part? = nil, of ownerID: String = "ada", limit: Int = 99) async throws -> [FoundDiagram] {
        let words = SearchWords(text)
        let hits = try await search(words, in: SearchScope(ownerID: ownerID, part: part), limit: limit)
        let found = try await findAll(ids: hits.map(\.diagramID), around: words)
        return hits.compactMap { hit in found.first { $0.diagram.id == hit.diagramID } }
    }
}
