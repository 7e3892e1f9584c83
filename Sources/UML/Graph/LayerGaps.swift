/// What lies between two layers, from above: texts and symbols at the ends of edges, lower sides of frames, edges that turn aside, upper
/// sides of frames, texts and symbols again.
struct LayerGaps {
    /// The heights of the layers.
    private(set) var heights: [Int]
    /// Of the room for ends of edges below and above each layer.
    private(set) var lowerBands: [Int]
    private(set) var upperBands: [Int]
    /// How far each frame's upper side is above its first layer's band, and its lower side below its last one's.
    private(set) var frameTops: [Int]
    private(set) var frameBottoms: [Int]
    /// The most of these at each layer.
    private(set) var framesAbove: [Int]
    private(set) var framesBelow: [Int]

    init(_ graph: Graph, _ layered: LayeredGraph, _ layering: Layering) {
        heights = Array(repeating: 0, count: layered.layerCount)
        lowerBands = heights
        upperBands = heights
        framesAbove = heights
        framesBelow = heights
        for item in layered.items { heights[item.layer] = max(heights[item.layer], item.size.height) }
        for link in layered.links {
            let edge = graph.edges[link.edge]
            let isReversed = layering.isReversed[link.edge]
            if layered.items[link.upper].isNode {
                let layer = layered.items[link.upper].layer
                lowerBands[layer] = max(
                    lowerBands[layer], Self.band(isReversed ? edge.toSymbol : edge.fromSymbol, isReversed ? edge.toLabel : edge.fromLabel))
            }
            if layered.items[link.lower].isNode {
                let layer = layered.items[link.lower].layer
                upperBands[layer] = max(
                    upperBands[layer], Self.band(isReversed ? edge.fromSymbol : edge.toSymbol, isReversed ? edge.fromLabel : edge.toLabel))
            }
        }
        frameTops = Array(repeating: 0, count: graph.frames.count)
        frameBottoms = frameTops
        for (index, frame) in graph.frames.enumerated().reversed() {
            let span = layered.spans[index]
            frameTops[index] += (graph.isSideways ? 0 : frame.title.height) + GraphSpacing.insideFrame
            frameBottoms[index] += GraphSpacing.insideFrame
            if graph.isSideways {
                // The title lies along the layers.
                var extent = frameTops[index] + frameBottoms[index]
                for layer in span { extent += heights[layer] }
                frameBottoms[index] += max(frame.title.width + 2 * GraphSpacing.insideFrame - extent, 0)
            }
            framesAbove[span.lowerBound] = max(framesAbove[span.lowerBound], frameTops[index])
            framesBelow[span.upperBound] = max(framesBelow[span.upperBound], frameBottoms[index])
            guard let parent = frame.parent else { continue }
            if layered.spans[parent].lowerBound == span.lowerBound { frameTops[parent] = max(frameTops[parent], frameTops[index]) }
            if layered.spans[parent].upperBound == span.upperBound { frameBottoms[parent] = max(frameBottoms[parent], frameBottoms[index]) }
        }
    }

    private static func band(_ symbol: Int, _ label: Graph.Size) -> Int {
        max(symbol + GraphSpacing.afterSymbol, label.isEmpty ? 0 : label.height + 2 * GraphSpacing.aroundLabel)
    }
}
