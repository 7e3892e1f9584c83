/// The heights at which the edges between two layers turn aside, numbered from above.
struct Tracks {
    /// What turns aside at one height: an edge, or several that are joined.
    struct Segment {
        var ups: [Int]
        var downs: [Int]
        var low: Int
        var high: Int

        init(up: Int, down: Int) {
            ups = [up]
            downs = [down]
            (low, high) = (min(up, down), max(up, down))
        }

        mutating func add(down: Int) {
            downs.append(down)
            (low, high) = (min(low, down), max(high, down))
        }
    }

    private(set) var track: [Int]
    private(set) var count = 0

    init(_ segments: [Segment]) {
        track = Array(repeating: 0, count: segments.count)
        let order = Self.order(segments)
        var placed: [Int] = []
        for index in order {
            var least = 0
            for other in placed where Self.areNear(segments[index], segments[other]) { least = max(least, track[other] + 1) }
            track[index] = least
            count = max(count, least + 1)
            placed.append(index)
        }
    }

    private static func areNear(_ one: Segment, _ other: Segment) -> Bool {
        one.low < other.high + GraphSpacing.betweenLines && other.low < one.high + GraphSpacing.betweenLines
    }

    /// What it costs that one segment is above another one: crossings, and far more if two edges would run in one line.
    private static func cost(_ upper: Segment, above lower: Segment) -> Int {
        var cost = 0
        for x in lower.ups where x > upper.low && x < upper.high { cost += 1 }
        for x in upper.downs where x > lower.low && x < lower.high { cost += 1 }
        for x in upper.downs { for other in lower.ups where abs(x - other) < GraphSpacing.betweenLines / 2 { cost += 1000 } }
        return cost
    }

    /// From above: in turn the one that costs least to be put above the rest.
    private static func order(_ segments: [Segment]) -> [Int] {
        let count = segments.count
        // Of so many nobody can follow one, whatever their order.
        guard count <= 600 else { return StableOrder.sorted(Array(segments.indices)) { segments[$0].low < segments[$1].low } }
        var costs = Array(repeating: 0, count: count)
        var near: [[(other: Int, cost: Int)]] = Array(repeating: [], count: count)
        for one in 0..<count {
            for other in 0..<one where areNear(segments[one], segments[other]) {
                let difference = cost(segments[one], above: segments[other]) - cost(segments[other], above: segments[one])
                costs[one] += difference
                costs[other] -= difference
                near[one].append((other, difference))
                near[other].append((one, -difference))
            }
        }
        var order: [Int] = []
        var isDone = Array(repeating: false, count: count)
        for _ in 0..<count {
            var best = -1
            for index in 0..<count where !isDone[index] && (best < 0 || costs[index] < costs[best]) { best = index }
            isDone[best] = true
            order.append(best)
            for (other, difference) in near[best] { costs[other] += difference }
        }
        return order
    }
}
