extension Graph {
    /// Without the paths of edges that lead from or to something else now.
    var withoutStalePaths: Graph {
        var graph = self
        for (index, edge) in edges.enumerated() where !edge.path.isEmpty {
            if !touches(edge.path, edge.from) || !touches(edge.path, edge.to) { graph.edges[index].path = [] }
        }
        return graph
    }

    /// Whether a path leads to where a node stood; nobody knows that of one that was put elsewhere.
    private func touches(_ path: [GraphPlacement.Position], _ node: Int) -> Bool {
        guard let box = nodes[node].remembered?.grown(by: 2 * Self.unitsPerPixel) else { return nodes[node].pin != nil }
        return path.contains { box.overlaps(GraphPlacement.Box($0, $0)) }
    }
}
