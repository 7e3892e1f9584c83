/// The lines on which an edge can be led around what is in its way: beside each obstacle, and through both ends.
struct RoutingGrid {
    let xs: [Int]
    let ys: [Int]
    /// What a step to the right, or down, costs besides its length; ``blocked`` if something is in the way.
    private(set) var right: [Int]
    private(set) var down: [Int]

    static let blocked = Int.max
    /// From an obstacle to a line beside it, and how near a line may come.
    private static let distance = GraphSpacing.betweenLines
    private static let clearance = 4 * Graph.unitsPerPixel
    /// Nearer than this is possible, but not good.
    static let comfort = 10 * Graph.unitsPerPixel
    private static let nearCost = 30 * Graph.unitsPerPixel
    private static let merged = 4 * Graph.unitsPerPixel
    private static let overlapCost = 400 * Graph.unitsPerPixel

    /// Something that may be crossed, at a price.
    struct Segment {
        var start: GraphPlacement.Position
        var end: GraphPlacement.Position
        var cost: Int
    }

    /// - Parameters:
    ///   - texts: What is crossed only if there is no other way.
    ///   - window: Where all obstacles are known; nil if they are everywhere.
    init(
        obstacles: [GraphPlacement.Box], texts: [GraphPlacement.Box], segments: [Segment], through points: [GraphPlacement.Position],
        window: GraphPlacement.Box?
    ) {
        var xs = points.map { $0.x }
        var ys = points.map { $0.y }
        for box in obstacles {
            xs += [box.x - Self.distance, box.maximumX + Self.distance]
            ys += [box.y - Self.distance, box.maximumY + Self.distance]
        }
        // What stands beyond is not known.
        xs = xs.filter { x in window.map { $0.x <= x && x <= $0.maximumX } ?? true }
        ys = ys.filter { y in window.map { $0.y <= y && y <= $0.maximumY } ?? true }
        self.xs = Self.distinct(xs, keeping: points.map { $0.x })
        self.ys = Self.distinct(ys, keeping: points.map { $0.y })
        right = Array(repeating: 0, count: self.xs.count * self.ys.count)
        down = right
        for box in obstacles {
            charge(box.grown(by: Self.comfort), Self.nearCost)
            charge(box.grown(by: Self.clearance), Self.blocked)
        }
        for box in texts { charge(box, Self.overlapCost) }
        for segment in segments { charge(segment) }
    }

    /// In order, and of lines that are close to each other one, unless both are to be kept.
    private static func distinct(_ numbers: [Int], keeping kept: [Int]) -> [Int] {
        var result: [Int] = []
        for number in StableOrder.sorted(numbers) {
            guard let last = result.last, number - last < Self.merged else {
                result.append(number)
                continue
            }
            guard number != last, kept.contains(number) else { continue }
            if kept.contains(last) { result.append(number) } else { result[result.count - 1] = number }
        }
        return result
    }

    func column(_ x: Int) -> Int { Self.first(xs, atLeast: x) }
    func row(_ y: Int) -> Int { Self.first(ys, atLeast: y) }

    /// The first place of a sorted list whose number is not below another one.
    private static func first(_ numbers: [Int], atLeast number: Int) -> Int {
        var (low, high) = (0, numbers.count)
        while low < high {
            let middle = (low + high) / 2
            if numbers[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low
    }

    // MARK: Obstacles

    /// Of each step that goes through a box.
    private mutating func charge(_ box: GraphPlacement.Box, _ cost: Int) {
        let columns = Self.inside(xs, box.x, box.maximumX)
        let rows = Self.inside(ys, box.y, box.maximumY)
        for row in rows {
            for column in max(columns.lowerBound - 1, 0)..<min(max(columns.upperBound, 1), xs.count - 1) where columns.upperBound > 0 {
                add(cost, to: &right, row * xs.count + column)
            }
        }
        for column in columns {
            for row in max(rows.lowerBound - 1, 0)..<min(max(rows.upperBound, 1), ys.count - 1) where rows.upperBound > 0 {
                add(cost, to: &down, row * xs.count + column)
            }
        }
    }

    /// The places of a sorted list whose numbers are between two others.
    private static func inside(_ numbers: [Int], _ low: Int, _ high: Int) -> Range<Int> {
        let first = first(numbers, atLeast: low + 1)
        return first..<max(Self.first(numbers, atLeast: high), first)
    }

    // MARK: What may be crossed

    private mutating func charge(_ segment: Segment) {
        let (left, right) = (min(segment.start.x, segment.end.x), max(segment.start.x, segment.end.x))
        let (top, bottom) = (min(segment.start.y, segment.end.y), max(segment.start.y, segment.end.y))
        let near = Self.distance / 2
        if left == right {
            let column = Self.first(xs, atLeast: left) - 1
            let rows = Self.inside(ys, top, bottom)
            if column >= 0, column + 1 < xs.count { for row in rows { add(segment.cost, to: &self.right, row * xs.count + column) } }
            for column in Self.inside(xs, left - near, left + near) {
                for row in ys.indices.dropLast() where ys[row] < bottom && ys[row + 1] > top {
                    add(Self.overlapCost, to: &down, row * xs.count + column)
                }
            }
        } else if top == bottom {
            let row = Self.first(ys, atLeast: top) - 1
            let columns = Self.inside(xs, left, right)
            if row >= 0, row + 1 < ys.count { for column in columns { add(segment.cost, to: &down, row * xs.count + column) } }
            for row in Self.inside(ys, top - near, top + near) {
                for column in xs.indices.dropLast() where xs[column] < right && xs[column + 1] > left {
                    add(Self.overlapCost, to: &self.right, row * xs.count + column)
                }
            }
        }
    }

    private func add(_ cost: Int, to costs: inout [Int], _ place: Int) {
        costs[place] = cost == Self.blocked || costs[place] == Self.blocked ? Self.blocked : costs[place] + cost
    }
}
