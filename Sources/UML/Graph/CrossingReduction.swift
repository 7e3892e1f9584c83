/// Finds orders with few crossings: sweeps down and up, each layer by the medians of its neighbours, with exchanges of neighbours in between.
///
/// As in Gansner and others, 1993, section 3; what differs was measured: means take turns with medians, ties are reversed every other pair of
/// sweeps, and exchanges that change nothing are made then, too.
struct CrossingReduction {
    private var order: LayerOrder
    private var best: LayerOrder
    private var fewest: Int

    static let sweeps = 24
    static let patience = 8
    /// How often what crosses is put in again.
    private static let rounds = 4

    /// In all, so that no graph takes longer than a person waits: most gain comes early, and of larger ones more is to be gained.
    private static func mostSteps(_ order: LayerOrder) -> Int {
        var nodes = 0
        for item in order.graph.items where item.isNode { nodes += 1 }
        let size = min(Int64(nodes + order.graph.chains.count), 2_000)
        return Int(min(max(4_000_000, 16 * size * size), 30_000_000))
    }

    /// The steps that are left.
    private var budget: Int
    /// Of each item, whether it keeps its order among those that do; none if all may go anywhere.
    private var isSettled: [Bool] = []
    /// What it costs besides crossings that an item stands between two others.
    private var room: ((Int, Int?, Int?) -> Int)?
    /// What a crossing costs in comparison.
    private static let crossingCost = 60 * Graph.unitsPerPixel
    private static let mostCounted = 1_000_000

    /// - Parameter starts: Keys of the items, for one order to begin with each.
    static func reduce(_ order: LayerOrder, starts: [[Int]]) -> LayerOrder {
        var best = order
        var fewest = Int.max
        var budget = mostSteps(order)
        for keys in starts where fewest > 0 && budget > 0 {
            var start = order
            start.sort(by: keys)
            var reduction = CrossingReduction(start, budget)
            reduction.run()
            budget = reduction.budget
            if reduction.fewest < fewest {
                fewest = reduction.fewest
                best = reduction.best
            }
        }
        for _ in 0..<rounds where fewest > 0 && budget > 0 {
            var reduction = CrossingReduction(best, budget)
            reduction.reinsert()
            budget = reduction.budget
            guard reduction.fewest < fewest else { break }
            (best, fewest) = (reduction.best, reduction.fewest)
        }
        return best
    }

    /// Puts in again what crosses, and then exchanges and moves single items as long as that helps. What is in frames is left where it is.
    private mutating func reinsert() {
        guard !order.hasFrames, fewest > 0, budget > 0 else { return }
        var insertion = Reinsertion(best, budget: budget)
        insertion.run()
        (order, budget) = (insertion.order, insertion.budget)
        exchangeNeighbors(takesEqual: false)
        keep()
        siftOn()
    }

    /// As few crossings as there can be with settled items in the order that they have.
    ///
    /// - Parameter room: How far others have to give way if a new item stands in a layer between two others, or at its end.
    static func settle(_ order: LayerOrder, _ isSettled: [Bool], room: @escaping (Int, Int?, Int?) -> Int) -> LayerOrder {
        var reduction = CrossingReduction(order, mostSteps(order))
        reduction.isSettled = isSettled
        reduction.exchangeNeighbors(takesEqual: false)
        reduction.keep()
        reduction.siftOn()
        reduction.order = reduction.best
        reduction.room = room
        reduction.sift()
        return reduction.order
    }

    private init(_ order: LayerOrder, _ budget: Int) {
        self.order = order
        self.budget = budget
        best = order
        fewest = order.crossings()
    }

    private mutating func run() {
        exchangeNeighbors(takesEqual: false)
        keep()
        var idle = 0
        for sweep in 0..<Self.sweeps where fewest > 0 && idle < Self.patience && budget > 0 {
            let before = fewest
            self.sweep(sweep)
            exchangeNeighbors(takesEqual: sweep % 4 >= 2)
            keep()
            idle = Int64(fewest) * 200 < Int64(before) * 199 ? 0 : idle + 1
        }
        order = best
        siftOn()
        reinsert()
    }

    private mutating func siftOn() {
        for _ in 0..<Self.patience where budget > 0 {
            let before = fewest
            sift()
            exchangeNeighbors(takesEqual: false)
            keep()
            if fewest == before { break }
        }
    }

    private mutating func keep() {
        let count = order.crossings()
        if count < fewest {
            fewest = count
            best = order
        }
    }

    // MARK: Sweeps

    private mutating func sweep(_ number: Int) {
        let goesDown = number % 2 == 0
        let takesMedian = (number / 2) % 2 == 0
        var keys = order.places.map { $0 * Self.scale }
        var frameKeys: [Int] = []
        if order.hasFrames {
            for item in keys.indices { keys[item] = relativeMean(item) }
            frameKeys = order.frameKeys(keys)
        }
        let layers = goesDown ? Array(order.layers.indices) : order.layers.indices.reversed()
        for (step, layer) in layers.enumerated() where step > 0 || order.hasFrames {
            budget -= order.layers[layer].count * (order.hasFrames ? 160 : 16)
            for item in order.layers[layer] {
                keys[item] = key(item, goesDown, takesMedian, isFirst: step == 0)
            }
            order.sort(layer, by: keys, frameKeys, reversesTies: number % 4 < 2)
        }
    }

    private static let scale = 4096
    /// For places of neighbours.
    private static let neighborScale = scale / LayerOrder.placeScale

    /// An item's place by its neighbours, or its own; with frames as a part of the layer's width, by which frames are compared as well.
    private func key(_ item: Int, _ goesDown: Bool, _ takesMedian: Bool, isFirst: Bool) -> Int {
        let layer = order.graph.items[item].layer
        let found = isFirst ? nil : key(order.neighborPlaces(item, isAbove: goesDown), takesMedian)
        guard order.hasFrames else { return found ?? order.places[item] * Self.scale }
        guard let found else { return order.places[item] * Self.scale / max(order.layers[layer].count, 1) }
        return found / max(order.layers[goesDown ? layer - 1 : layer + 1].count, 1)
    }

    /// The mean place of an item's neighbours on both sides, as a part of their layers' widths.
    private func relativeMean(_ item: Int) -> Int {
        var sum = 0
        var count = 0
        for neighbor in order.above[item] + order.below[item] {
            sum += order.places[neighbor] * Self.scale / max(order.layers[order.graph.items[neighbor].layer].count, 1)
            count += 1
        }
        guard count > 0 else { return order.places[item] * Self.scale / max(order.layers[order.graph.items[item].layer].count, 1) }
        return sum / count
    }

    /// The weighted median of Gansner and others, or the mean; nil without neighbours.
    private func key(_ places: [Int], _ takesMedian: Bool) -> Int? {
        guard let first = places.first, let last = places.last else { return nil }
        let middle = places.count / 2
        if !takesMedian {
            var sum: Int64 = 0
            for place in places { sum += Int64(place) }
            return Int(sum * Int64(Self.neighborScale) / Int64(places.count))
        }
        if places.count % 2 == 1 { return places[middle] * Self.neighborScale }
        if places.count == 2 { return (first + last) * Self.neighborScale / 2 }
        let (left, right) = (places[middle - 1] - first, last - places[middle])
        guard left + right > 0 else { return places[middle] * Self.neighborScale }
        let sum = Int64(places[middle - 1]) * Int64(right) + Int64(places[middle]) * Int64(left)
        return Int(sum * Int64(Self.neighborScale) / Int64(left + right))
    }

    // MARK: Exchanges

    private func canPass(_ one: Int, _ other: Int) -> Bool {
        order.areSiblings(one, other) && (isSettled.isEmpty || !isSettled[one] || !isSettled[other])
    }

    /// How many crossings there are between the links of two items, if the one stands left of the other.
    private static func crossings(_ left: [Int], _ right: [Int]) -> Int {
        var count = 0
        var passed = 0
        for place in left {
            while passed < right.count, right[passed] < place { passed += 1 }
            count += passed
        }
        return count
    }

    /// Exchanges items that stand side by side, as long as that takes crossings away.
    private mutating func exchangeNeighbors(takesEqual: Bool) {
        var isCandidate = Array(repeating: true, count: order.layers.count)
        var rounds = 0
        while isCandidate.contains(true), rounds < 20, budget > 0 {
            rounds += 1
            for layer in order.layers.indices where isCandidate[layer] {
                isCandidate[layer] = false
                if exchangeNeighbors(layer, takesEqual: takesEqual && rounds == 1) {
                    for near in max(layer - 1, 0)...min(layer + 1, order.layers.count - 1) { isCandidate[near] = true }
                }
            }
        }
    }

    private mutating func exchangeNeighbors(_ layer: Int, takesEqual: Bool) -> Bool {
        var hasGained = false
        var up = order.layers[layer].map { order.neighborPlaces($0, isAbove: true) }
        var down = order.layers[layer].map { order.neighborPlaces($0, isAbove: false) }
        for place in up.indices.dropLast() where canPass(order.layers[layer][place], order.layers[layer][place + 1]) {
            budget -= 4 + up[place].count + up[place + 1].count + down[place].count + down[place + 1].count
            let now = Self.crossings(up[place], up[place + 1]) + Self.crossings(down[place], down[place + 1])
            guard now > 0 else { continue }
            let then = Self.crossings(up[place + 1], up[place]) + Self.crossings(down[place + 1], down[place])
            guard then < now || then == now && takesEqual else { continue }
            order.exchange(layer, place)
            up.swapAt(place, place + 1)
            down.swapAt(place, place + 1)
            hasGained = hasGained || then < now
        }
        return hasGained
    }

    /// Moves each item to the best of the places among its siblings.
    private mutating func sift() {
        // The places of the neighbours of each item in the layer.
        var aboves: [[Int]] = Array(repeating: [], count: order.graph.items.count)
        var belows = aboves
        for layer in order.layers.indices where budget > 0 {
            for item in order.layers[layer] {
                aboves[item] = order.neighborPlaces(item, isAbove: true)
                belows[item] = order.neighborPlaces(item, isAbove: false)
            }
            for item in StableOrder.sorted(StableOrder.sorted(order.layers[layer]), { degree($0) > degree($1) })
            where budget > 0 && !(room != nil && isSettled[item]) {
                sift(item, layer, aboves, belows)
            }
        }
    }

    private func degree(_ item: Int) -> Int { order.above[item].count + order.below[item].count }

    private mutating func sift(_ item: Int, _ layer: Int, _ aboves: [[Int]], _ belows: [[Int]]) {
        let items = order.layers[layer]
        let place = order.places[item]
        let (up, down) = (aboves[item], belows[item])
        var best = place
        var least = cost(of: item, in: items, from: place, to: place, 0)
        for direction in [1, -1] {
            var change = 0
            var next = place + direction
            while items.indices.contains(next), canPass(item, items[next]) {
                let (otherUp, otherDown) = (aboves[items[next]], belows[items[next]])
                budget -= 4 + 2 * (up.count + otherUp.count + down.count + otherDown.count)
                let after = Self.crossings(otherUp, up) + Self.crossings(otherDown, down)
                let before = Self.crossings(up, otherUp) + Self.crossings(down, otherDown)
                change += direction > 0 ? after - before : before - after
                let cost = cost(of: item, in: items, from: place, to: next, change)
                if cost < least {
                    least = cost
                    best = next
                }
                next += direction
            }
        }
        var now = place
        while now < best {
            order.exchange(layer, now)
            now += 1
        }
        while now > best {
            order.exchange(layer, now - 1)
            now -= 1
        }
    }

    /// Of an item's place in a layer, with so many crossings more than at its old one.
    private func cost(of item: Int, in items: [Int], from old: Int, to place: Int, _ crossings: Int) -> Int {
        guard let room else { return crossings }
        func other(_ index: Int) -> Int? {
            let index = index < old ? index : index + 1
            return items.indices.contains(index) ? items[index] : nil
        }
        // Costs have 32 bits in a browser.
        return min(max(crossings, -Self.mostCounted), Self.mostCounted) * Self.crossingCost
            + room(item, place > 0 ? other(place - 1) : nil, other(place))
    }
}
