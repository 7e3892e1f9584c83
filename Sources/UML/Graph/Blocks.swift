/// What moves sideways as one: a node, the straight piece of a long edge, or one side of a frame.
struct Blocks {
    /// Of each item.
    private(set) var item: [Int]
    /// Of the left and the right side of each frame.
    private(set) var leftSide: [Int]
    private(set) var rightSide: [Int]
    private(set) var count: Int
    /// The blocks of each layer from left to right, with the room that they need on both sides of their own place.
    private(set) var rows: [[Part]]

    struct Part {
        var block: Int
        var left = 0
        var right: Int
        var kind: Kind

        enum Kind {
            case node
            case line
            case frameStart
            case frameEnd
        }
    }

    init(_ order: LayerOrder, _ ports: Ports, _ frames: FrameTree, _ remembered: RememberedOrder) {
        let graph = order.graph
        item = Array(repeating: -1, count: graph.items.count)
        leftSide = Array(repeating: 0, count: graph.spans.count)
        rightSide = leftSide
        count = 0
        rows = []
        let straight = StraightLinks(order, frames)
        for layer in order.layers {
            for index in layer {
                let above = order.above[index]
                if !graph.items[index].isNode, above.count == 1, straight.isStraight(above[0], index), remembered.isStraight(above[0], index) {
                    item[index] = item[above[0]]
                } else {
                    item[index] = count
                    count += 1
                }
            }
        }
        for frame in leftSide.indices {
            leftSide[frame] = count
            rightSide[frame] = count + 1
            count += 2
        }
        for layer in order.layers { rows.append(row(layer, graph, ports, frames)) }
    }

    private func row(_ layer: [Int], _ graph: LayeredGraph, _ ports: Ports, _ frames: FrameTree) -> [Part] {
        var row: [Part] = []
        var open: [Int] = []
        func close(to depth: Int) {
            while open.count > depth { row.append(Part(block: rightSide[open.removeLast()], right: 0, kind: .frameEnd)) }
        }
        for index in layer {
            let path = frames.path(graph.items[index].frame)
            var common = 0
            while common < path.count, common < open.count, path[common] == open[common] { common += 1 }
            close(to: common)
            for frame in path[common...] {
                row.append(Part(block: leftSide[frame], right: 0, kind: .frameStart))
                open.append(frame)
            }
            row.append(part(index, graph, ports))
        }
        close(to: 0)
        return row
    }

    private static func room(_ label: LayeredGraph.Item) -> Int { 2 * GraphSpacing.aroundLabel + label.size.width }

    private func part(_ index: Int, _ graph: LayeredGraph, _ ports: Ports) -> Part {
        switch graph.items[index].content {
        case .node(let node):
            Part(
                block: item[index], right: ports.widths[node] + max(ports.overhangs[node], ports.graph.nodes[node].rightMargin),
                kind: ports.widths[node] > 0 ? .node : .line)
        case .label:
            // Beside a line that runs downwards, above one that runs to the right.
            ports.graph.isSideways
                ? Part(block: item[index], left: Self.room(graph.items[index]), right: 0, kind: .line)
                : Part(block: item[index], right: Self.room(graph.items[index]), kind: .line)
        case .bend, .filler: Part(block: item[index], right: 0, kind: .line)
        }
    }
}
