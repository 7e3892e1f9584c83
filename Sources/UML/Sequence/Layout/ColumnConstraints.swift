/// How far apart columns have to be at least. The answer puts each one as far left as its demands allow.
struct ColumnConstraints {
    private var demands: [[(left: Int, distance: Double)]]

    init(columns: Int) { demands = Array(repeating: [], count: columns) }

    /// Demands `distance` pixels between two columns; their order doesn't matter, and columns that don't exist have no demands.
    mutating func demand(_ first: Int, _ second: Int, _ distance: Double) {
        let (left, right) = (min(first, second), max(first, second))
        guard left >= 0, right < demands.count, left < right else { return }
        if let last = demands[right].last, last.left == left {
            demands[right][demands[right].count - 1].distance = max(last.distance, distance)
        } else {
            demands[right].append((left, distance))
        }
    }

    /// The columns' places in whole pixels, the first at 0.
    func solve() -> [Double] {
        var places: [Double] = []
        places.reserveCapacity(demands.count)
        for (column, demands) in demands.enumerated() {
            var place = column == 0 ? 0 : places[column - 1]
            for demand in demands { place = max(place, places[demand.left] + demand.distance) }
            places.append(place.rounded(.up))
        }
        return places
    }
}
