/// Boxes that stand side by side because edges between them are to be level: together they are one node of the layout.
final class Rows {
    /// With a node for each row, and without its level edges.
    private(set) var graph: Graph
    private let whole: Graph
    /// The node of each node of the whole, and which of its parts it is.
    private var places: [(node: Int, part: Int)] = []
    /// Of each edge of the whole; nil for a level one.
    private var edges: [Int?] = []
    private let gaps: RowGaps

    static let longest = LayerOrder.placeScale - 2

    init(_ graph: Graph) {
        whole = graph
        gaps = RowGaps(graph)
        self.graph = Graph()
        self.graph.frames = graph.frames
        self.graph.isSlanted = graph.isSlanted
        self.graph.isSideways = graph.isSideways
        places = Array(repeating: (0, 0), count: graph.nodes.count)
        for node in graph.nodes.indices where gaps.left(node) == nil { add(gaps.row(node)) }
        for (index, edge) in graph.edges.enumerated() {
            guard !gaps.isLevel(index) else {
                edges.append(nil)
                continue
            }
            var copy = edge
            (copy.from, copy.fromPart) = places[edge.from]
            (copy.to, copy.toPart) = places[edge.to]
            // What leads to the next layer after all isn't drawn as one with what stands beside.
            if copy.isLevel { copy.join = nil }
            edges.append(self.graph.edges.count)
            self.graph.edges.append(copy)
        }
    }

    private func add(_ members: [Int]) {
        for (part, member) in members.enumerated() { places[member] = (graph.nodes.count, part) }
        var node = whole.nodes[members[0]]
        defer { graph.nodes.append(node) }
        guard let last = members.last, members.count > 1 else { return }
        node.parts = members.map { Graph.Part(size: whole.nodes[$0].size, meetingPoint: whole.nodes[$0].meetingPoint) }
        node.meetingPoint = nil
        node.rightMargin = whole.nodes[last].rightMargin
        for (part, member) in members.enumerated().dropLast() {
            node.parts[part].gap = gaps.width(after: member) + whole.nodes[member].rightMargin
            let height = gaps.height(after: member)
            for index in [part, part + 1] where !Self.isPoint(node.parts[index]) {
                node.parts[index].size.height = max(node.parts[index].size.height, height)
            }
        }
        let headroom = gaps.headroom(members)
        let line = node.parts.filter { !Self.isPoint($0) }.map { $0.size.height / 2 }.min() ?? 0
        node.size = Graph.Size()
        for index in node.parts.indices {
            node.parts[index].drop = max(line - node.parts[index].size.height / 2, 0) + headroom
            node.size.width += node.parts[index].size.width + node.parts[index].gap
            node.size.height = max(node.size.height, node.parts[index].drop + node.parts[index].size.height)
        }
        for member in members where whole.nodes[member].layer != nil { node.layer = whole.nodes[member].layer }
        node.place = place(of: members, node)
    }

    /// Where the row stood, by that of its boxes which nobody has put elsewhere.
    private func place(of members: [Int], _ row: Graph.Node) -> Graph.Place? {
        var x = 0
        for (part, member) in members.enumerated() {
            if let remembered = whole.nodes[member].remembered {
                let box = GraphPlacement.Box(
                    x: remembered.x - x, y: remembered.y - row.parts[part].drop, width: row.size.width, height: row.size.height)
                return Graph.Place(box: box)
            }
            x += row.parts[part].size.width + row.parts[part].gap
        }
        return nil
    }

    /// What is no box, but where lines meet.
    private static func isPoint(_ part: Graph.Part) -> Bool { part.size.height <= GraphSpacing.point }

    // MARK: Back to the whole

    func expanded(_ placement: GraphPlacement) -> GraphPlacement {
        var result = GraphPlacement(whole)
        (result.width, result.height, result.origin, result.frames) = (placement.width, placement.height, placement.origin, placement.frames)
        for (node, place) in places.enumerated() {
            result.nodes[node] = placement.nodes[place.node]
            guard !placement.parts[place.node].isEmpty else { continue }
            let (part, size) = (placement.parts[place.node][place.part], graph.nodes[place.node].parts[place.part])
            result.nodes[node] = GraphPlacement.Box(
                x: part.lowerBound + placement.nodes[place.node].x, y: placement.nodes[place.node].y + size.drop, width: part.count,
                height: size.size.height)
        }
        for (index, edge) in edges.enumerated() {
            if let edge {
                result.edges[index] = placement.edges[edge]
            } else {
                result.edges[index] = gaps.route(index, result.nodes)
            }
        }
        return result
    }
}
