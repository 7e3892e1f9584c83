/// Puts parts of a picture on shelves in the order that they have, and single boxes into rows after them.
struct Shelves {
    struct Part {
        var placement: GraphPlacement
        /// Whether it is but one box.
        let isSingle: Bool

        init(_ graph: Graph, _ placement: GraphPlacement) {
            self.placement = placement
            isSingle = graph.nodes.count == 1 && graph.nodes[0].parts.isEmpty && graph.edges.isEmpty
        }
    }

    private(set) var parts: [Part]
    private(set) var width = 0
    private(set) var height = 0

    init(_ parts: [Part]) { self.parts = parts }

    /// - Parameter width: How wide a shelf can be in any case.
    mutating func arrange(atLeast width: Int = 0) {
        let target = max(targetWidth(), width)
        for isSingle in [false, true] { arrange(parts.indices.filter { parts[$0].isSingle == isSingle }, target) }
    }

    /// A page of 8 by 5.
    private func targetWidth() -> Int {
        var (widest, area) = (0, Int64(0))
        for part in parts {
            widest = max(widest, part.placement.width)
            area += Int64(part.placement.width + GraphSpacing.betweenComponents) * Int64(part.placement.height + GraphSpacing.betweenComponents)
        }
        var side = Int64(1)
        while side * side * 5 < area * 8 { side *= 2 }
        var low = side / 2
        while low < side {
            let middle = (low + side) / 2
            if middle * middle * 5 < area * 8 { low = middle + 1 } else { side = middle }
        }
        return max(widest, Int(side))
    }

    private mutating func arrange(_ indices: [Int], _ target: Int) {
        var x = 0
        var y = height == 0 ? 0 : height + GraphSpacing.betweenComponents
        var tallest = 0
        for index in indices {
            let size = parts[index].placement
            if x > 0, x + size.width > target {
                (x, y) = (0, y + tallest + GraphSpacing.betweenComponents)
                tallest = 0
            }
            parts[index].placement.move(x, y)
            x += size.width + GraphSpacing.betweenComponents
            tallest = max(tallest, size.height)
            width = max(width, x - GraphSpacing.betweenComponents)
            height = max(height, y + size.height)
        }
    }
}
