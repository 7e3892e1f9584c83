/// The order of the items in each layer.
struct LayerOrder {
    let graph: LayeredGraph
    private(set) var layers: [[Int]]
    /// The place of each item in its layer.
    private(set) var places: [Int]
    let above: [[Int]]
    let below: [[Int]]
    /// The parts of those that they are connected with.
    private let partsAbove: [[Int]]
    private let partsBelow: [[Int]]
    /// The links below each item, those of its left parts first.
    private let linksBelow: [[Int]]
    private let linksAbove: [[Int]]
    private let partCounts: [Int]
    private let frames: FrameTree
    private let frameCount: Int

    init(_ graph: LayeredGraph, _ frames: FrameTree, frameCount: Int) {
        self.graph = graph
        self.frames = frames
        self.frameCount = frameCount
        var above: [[Int]] = Array(repeating: [], count: graph.items.count)
        var below = above
        var (partsAbove, partsBelow, linksBelow, linksAbove) = (above, above, above, above)
        var partCounts = Array(repeating: 1, count: graph.items.count)
        for (index, link) in graph.links.enumerated() {
            below[link.upper].append(link.lower)
            above[link.lower].append(link.upper)
            partsBelow[link.upper].append(link.lowerPart)
            partsAbove[link.lower].append(link.upperPart)
            linksBelow[link.upper].append(index)
            linksAbove[link.lower].append(index)
            partCounts[link.upper] = max(partCounts[link.upper], link.upperPart + 1)
            partCounts[link.lower] = max(partCounts[link.lower], link.lowerPart + 1)
        }
        for item in linksBelow.indices where partCounts[item] > 1 {
            linksBelow[item] = StableOrder.sorted(linksBelow[item]) { graph.links[$0].upperPart < graph.links[$1].upperPart }
        }
        (self.above, self.below, self.linksAbove) = (above, below, linksAbove)
        (self.partsAbove, self.partsBelow, self.linksBelow, self.partCounts) = (partsAbove, partsBelow, linksBelow, partCounts)
        layers = Array(repeating: [], count: graph.layerCount)
        places = Array(repeating: 0, count: graph.items.count)
        for (index, item) in graph.items.enumerated() { layers[item.layer].append(index) }
        for layer in layers.indices { number(layer) }
    }

    var hasFrames: Bool { frameCount > 0 }

    private mutating func number(_ layer: Int) {
        for (place, item) in layers[layer].enumerated() { places[item] = place }
    }

    // MARK: Sorting

    /// Sorts all layers by the keys of their items; what is in a frame stays together, by the mean key of all that is in it, so that frames that
    /// share layers stand in one order in all of them.
    ///
    /// - Parameter counting: Of each item, whether it counts for the frames that have any such item; nil if all do.
    mutating func sort(by keys: [Int], counting: [Bool]? = nil) {
        let frameKeys = frameKeys(keys, counting)
        for layer in layers.indices { sort(layer, by: keys, frameKeys) }
    }

    /// The mean key of what is in each frame.
    func frameKeys(_ keys: [Int], _ counting: [Bool]? = nil) -> [Int] {
        guard frameCount > 0 else { return [] }
        var sums = Array(repeating: Int64(0), count: frameCount)
        var counts = sums
        // Far more than all that don't count.
        let most = Int64(graph.items.count + 1)
        for (index, item) in graph.items.enumerated() {
            let weight = counting.map { $0[index] } ?? true ? most : 1
            for frame in frames.path(item.frame) {
                sums[frame] += Int64(keys[index]) * weight
                counts[frame] += weight
            }
        }
        return sums.indices.map { Int(sums[$0] / max(counts[$0], 1)) }
    }

    mutating func sort(_ layer: Int, by keys: [Int], _ frameKeys: [Int], reversesTies: Bool = false) {
        // What is equal keeps its order, or that from right to left.
        let items = reversesTies && frameCount == 0 ? layers[layer].reversed() : layers[layer]
        layers[layer] = StableOrder.sorted(items) { one, other in
            let (first, second) = distinct(one, other, keys, frameKeys)
            return first < second
        }
        number(layer)
    }

    /// By what two items are told apart: their own keys, or those of the frames in which the one is and the other isn't. No two frames have one
    /// key, and no frame that of an item.
    private func distinct(_ one: Int, _ other: Int, _ keys: [Int], _ frameKeys: [Int]) -> (Int64, Int64) {
        guard frameCount > 0 else { return (Int64(keys[one]), Int64(keys[other])) }
        let (path, otherPath) = (frames.path(graph.items[one].frame), frames.path(graph.items[other].frame))
        var depth = 0
        while depth < path.count, depth < otherPath.count, path[depth] == otherPath[depth] { depth += 1 }
        func key(_ item: Int, _ path: [Int]) -> Int64 {
            let base = Int64(depth < path.count ? frameKeys[path[depth]] : keys[item]) * Int64(frameCount + 1)
            return depth < path.count ? base + Int64(path[depth] + 1) : base
        }
        return (key(one, path), key(other, otherPath))
    }

    /// Whether two items that stand side by side may change places.
    func areSiblings(_ one: Int, _ other: Int) -> Bool { graph.items[one].frame == graph.items[other].frame }

    mutating func exchange(_ layer: Int, _ place: Int) {
        layers[layer].swapAt(place, place + 1)
        places[layers[layer][place]] = place
        places[layers[layer][place + 1]] = place + 1
    }

    // MARK: Taking out and putting in

    /// Takes an item out; until it is put in again it has no place.
    mutating func remove(_ item: Int) {
        let layer = graph.items[item].layer
        layers[layer].remove(at: places[item])
        places[item] = -1
        number(layer)
    }

    mutating func insert(_ item: Int, at place: Int) {
        let layer = graph.items[item].layer
        layers[layer].insert(item, at: place)
        number(layer)
    }

    /// As ``neighborPlaces(_:isAbove:)``, of those that are not taken out, in any order.
    func presentPlaces(_ item: Int, isAbove: Bool) -> [Int] {
        let (neighbors, parts) = isAbove ? (above[item], partsAbove[item]) : (below[item], partsBelow[item])
        var present: [Int] = []
        present.reserveCapacity(neighbors.count)
        for index in neighbors.indices where places[neighbors[index]] >= 0 {
            present.append(places[neighbors[index]] * Self.placeScale + parts[index])
        }
        return present
    }

    /// Where the links above an item begin, and at which of its parts they end.
    func linksAbove(_ item: Int) -> [(place: Int, part: Int)] {
        linksAbove[item].map { (places[graph.links[$0].upper] * Self.placeScale + graph.links[$0].upperPart, graph.links[$0].lowerPart) }
    }

    // MARK: Crossings

    /// How often links cross below some layers.
    func crossings(below layers: Range<Int>) -> Int {
        var count = 0
        for layer in layers { count += crossings(below: layer) }
        return count
    }

    /// How often links cross.
    func crossings() -> Int {
        var count = 0
        for layer in layers.indices.dropLast() { count += crossings(below: layer) }
        return count
    }

    /// W. Barth, P. Mutzel, M. Jünger: “Simple and Efficient Bilayer Cross Counting”, 2004: with a tree of sums.
    private func crossings(below layer: Int) -> Int {
        // Each part is a place of its own.
        var firsts: [Int] = []
        var width = 0
        for item in layers[layer + 1] {
            firsts.append(width)
            width += partCounts[item]
        }
        var sums = PrefixSums(count: width)
        var count = 0
        for item in layers[layer] {
            let links = linksBelow[item]
            var start = 0
            while start < links.count {
                var end = start + 1
                while end < links.count, graph.links[links[end]].upperPart == graph.links[links[start]].upperPart { end += 1 }
                let ends = links[start..<end].map { firsts[places[graph.links[$0].lower]] + graph.links[$0].lowerPart }
                for end in ends { count += sums.total - sums.sum(through: end) }
                for end in ends { sums.add(end) }
                start = end
            }
        }
        return count
    }

    /// The places of an item's neighbours in a layer beside its own, in order: ``placeScale`` for each place, and 1 for each part.
    func neighborPlaces(_ item: Int, isAbove: Bool) -> [Int] {
        let (neighbors, parts) = isAbove ? (above[item], partsAbove[item]) : (below[item], partsBelow[item])
        return StableOrder.sorted(neighbors.indices.map { places[neighbors[$0]] * Self.placeScale + parts[$0] })
    }

    static let placeScale = 32
}
