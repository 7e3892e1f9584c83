extension Graph {
    /// What is pinned stands elsewhere, and takes no room beside others; but its layer is as high as with it.
    var withNarrowPins: Graph {
        var graph = self
        var isNarrow = Array(repeating: false, count: nodes.count)
        for (index, node) in nodes.enumerated() where node.parts.isEmpty && node.pin != nil {
            isNarrow[index] = true
            graph.nodes[index].size.width = 0
            graph.nodes[index].meetingPoint = 0
            graph.nodes[index].rightMargin = 0
        }
        for (index, edge) in edges.enumerated() where isNarrow[edge.from] || isNarrow[edge.to] {
            // Their texts stand where the edges will be led.
            graph.edges[index].label.width = min(edge.label.width, Self.unitsPerPixel)
            graph.edges[index].fromLabel.width = min(edge.fromLabel.width, Self.unitsPerPixel)
            graph.edges[index].toLabel.width = min(edge.toLabel.width, Self.unitsPerPixel)
        }
        return graph
    }
}
