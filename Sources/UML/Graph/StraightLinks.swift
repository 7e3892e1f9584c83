/// Which pieces of long edges can be straight at once: none crosses another one, nor the side of a frame.
struct StraightLinks {
    private var lower: [Int]

    init(_ order: LayerOrder, _ frames: FrameTree) {
        lower = Array(repeating: -1, count: order.graph.items.count)
        let firsts = Self.firstPlaces(order, frames)
        for layer in order.layers.indices.dropLast() {
            var last = -1
            for index in order.layers[layer] where !order.graph.items[index].isNode {
                guard let next = order.below[index].first, !order.graph.items[next].isNode, order.places[next] > last else { continue }
                guard !Self.crossesFrame(index, next, order, frames, firsts) else { continue }
                lower[index] = next
                last = order.places[next]
            }
        }
    }

    func isStraight(_ upper: Int, _ lower: Int) -> Bool { self.lower[upper] == lower }

    /// Whether a frame that has both layers stands on different sides of the two ends.
    private static func crossesFrame(_ upper: Int, _ lower: Int, _ order: LayerOrder, _ frames: FrameTree, _ firsts: [[Int]]) -> Bool {
        let layer = order.graph.items[upper].layer
        for frame in order.graph.spans.indices where order.graph.spans[frame].contains(layer) && order.graph.spans[frame].contains(layer + 1) {
            if side(of: frame, upper, order, frames, firsts) != side(of: frame, lower, order, frames, firsts) { return true }
        }
        return false
    }

    /// -1 left of the frame, 0 in it, 1 right of it.
    private static func side(of frame: Int, _ item: Int, _ order: LayerOrder, _ frames: FrameTree, _ firsts: [[Int]]) -> Int {
        if frames.path(order.graph.items[item].frame).contains(frame) { return 0 }
        return order.places[item] < firsts[order.graph.items[item].layer][frame] ? -1 : 1
    }

    /// Of each layer, the first place in each frame.
    private static func firstPlaces(_ order: LayerOrder, _ frames: FrameTree) -> [[Int]] {
        order.layers.map { layer in
            var firsts = Array(repeating: Int.max, count: order.graph.spans.count)
            for item in layer { for frame in frames.path(order.graph.items[item].frame) { firsts[frame] = min(firsts[frame], order.places[item]) } }
            return firsts
        }
    }
}
