/// Which frames are in which.
struct FrameTree {
    /// The frames around each frame and itself, from the outermost.
    private let paths: [[Int]]

    init(_ graph: Graph) {
        var paths: [[Int]] = []
        for (index, frame) in graph.frames.enumerated() { paths.append((frame.parent.map { paths[$0] } ?? []) + [index]) }
        self.paths = paths
    }

    func path(_ frame: Int?) -> [Int] { frame.map { paths[$0] } ?? [] }

    /// In which frame an edge is in a layer between its ends: as deep in that of its upper end as this one has the layer, then in that of its
    /// lower end, else in what is around both.
    func frame(at layer: Int, between upper: Int?, _ lower: Int?, _ spans: [ClosedRange<Int>]) -> Int? {
        let (above, below) = (path(upper), path(lower))
        var common: Int?
        for (one, other) in zip(above, below) where one == other { common = one }
        if let deepest = above.last(where: { spans[$0].contains(layer) }), !below.contains(deepest) { return deepest }
        if let deepest = below.last(where: { spans[$0].contains(layer) }), !above.contains(deepest) { return deepest }
        return common
    }
}
