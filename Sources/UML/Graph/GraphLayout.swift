/// Places the boxes of a graph in layers, so that its edges run downwards, seldom cross and seldom turn.
///
/// K. Sugiyama, S. Tagawa, M. Toda: “Methods for Visual Understanding of Hierarchical System Structures”, 1981. Each stage is a type of its
/// own; all are pure functions of the graph, in whole numbers, and the order of nodes and edges decides every tie.
enum GraphLayout {
    static func placement(of graph: Graph) -> GraphPlacement { PinnedPlacement.placement(graph, layered(graph)) }

    /// As if nothing were pinned; but what is, takes no room.
    static func layered(_ graph: Graph) -> GraphPlacement {
        let remembered = graph.withoutStalePaths
        let rows = Rows(graph.isSideways ? remembered.transposed : remembered)
        let placement = rows.expanded(placement(ofRows: rows.graph.withNarrowPins))
        return graph.isSideways ? placement.transposed : placement
    }

    private static func placement(ofRows graph: Graph) -> GraphPlacement {
        let components = GraphComponents(graph)
        let graphs = components.parts.map { $0.graph }
        let placements = graphs.map { ComponentLayout.placement(of: $0) }
        var result = GraphPlacement(graph)
        if graph.nodes.contains(where: { $0.place != nil }) {
            var standing = StandingParts(graphs, placements)
            standing.arrange()
            for (part, placement) in zip(components.parts, standing.placements) { result.take(placement, part) }
            result.enclose(graph)
        } else {
            var shelves = Shelves(zip(graphs, placements).map { Shelves.Part($0, $1) })
            shelves.arrange()
            for (part, shelf) in zip(components.parts, shelves.parts) { result.take(shelf.placement, part) }
            (result.width, result.height) = (shelves.width, shelves.height)
        }
        return result
    }
}

extension GraphPlacement {
    fileprivate mutating func take(_ placement: GraphPlacement, _ part: GraphComponents.Part) {
        for (index, node) in part.nodes.enumerated() {
            nodes[node] = placement.nodes[index]
            parts[node] = placement.parts[index]
        }
        for (index, edge) in part.edges.enumerated() { edges[edge] = placement.edges[index] }
        for (index, frame) in part.frames.enumerated() { frames[frame] = placement.frames[index] }
    }
}
