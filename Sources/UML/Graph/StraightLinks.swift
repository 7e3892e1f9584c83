/// Which pieces of long edges can be straight at once: none crosses another one, nor the side of a frame.
struct StraightLinks {
    private var lower: [Int]

    init(_ order: LayerOrder, _ frames: FrameTree) {
        lower = Array(repeating: -1, count: order.graph.items.count)
        for layer in order.layers.indices.dropLast() {
            var last = -1
            for index in order.layers[layer] where !order.graph.items[index].isNode {
                guard let next = order.below[index].first, !order.graph.items[next].isNode, order.places[next] > last else { continue }
                guard !Self.crossesFrame(index, next, order, frames) else { continue }
                lower[index] = next
                last = order.places[next]
            }
        }
    }

    func isStraight(_ upper: Int, _ lower: Int) -> Bool { self.lower[upper] == lower }

    /// Whether a frame that has both layers stands on different sides of the two ends.
    private static func crossesFrame(_ upper: Int, _ lower: Int, _ order: LayerOrder, _ frames: FrameTree) -> Bool {
        let layer = order.graph.items[upper].layer
        for frame in order.graph.spans.indices where order.graph.spans[frame].contains(layer) && order.graph.spans[frame].contains(layer + 1) {
            if side(of: frame, upper, order, frames) != side(of: frame, lower, order, frames) { return true }
        }
        return false
    }

    /// -1 left of the frame, 0 in it, 1 right of it.
    private static func side(of frame: Int, _ item: Int, _ order: LayerOrder, _ frames: FrameTree) -> Int {
        if frames.path(order.graph.items[item].frame).contains(frame) { return 0 }
        let layer = order.layers[order.graph.items[item].layer]
        guard let inside = layer.first(where: { frames.path(order.graph.items[$0].frame).contains(frame) }) else { return 0 }
        return order.places[item] < order.places[inside] ? -1 : 1
    }
}
