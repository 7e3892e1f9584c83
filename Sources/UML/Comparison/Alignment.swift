/// Lays lists of numbers side by side. One comparison has one of these, which does so much work in all and no more.
struct Alignment {
    /// In cells of tables: beyond that only what is alike at the ends, and what there is once in both lists, is found.
    private var budget = 4_000_000

    /// The longest list of pairs of equal numbers in the order of both lists, as far as the work goes.
    mutating func pairs(_ old: [Int], _ new: [Int]) -> [(old: Int, new: Int)] {
        pairs(old, new, 0..<old.count, 0..<new.count) { alignment, before, after in alignment.anchored(old, new, before, after) }
    }

    /// - Parameter otherwise: What is done with a stretch that is too much for a table.
    private mutating func pairs(
        _ old: [Int], _ new: [Int], _ before: Range<Int>, _ after: Range<Int>,
        _ otherwise: (inout Alignment, Range<Int>, Range<Int>) -> [(old: Int, new: Int)]
    ) -> [(old: Int, new: Int)] {
        let most = min(before.count, after.count)
        var start = 0
        while start < most, old[before.lowerBound + start] == new[after.lowerBound + start] { start += 1 }
        var end = 0
        while end < most - start, old[before.upperBound - 1 - end] == new[after.upperBound - 1 - end] { end += 1 }
        var pairs: [(old: Int, new: Int)] = []
        for index in 0..<start { pairs.append((before.lowerBound + index, after.lowerBound + index)) }
        let (rows, columns) = (before.dropFirst(start).dropLast(end), after.dropFirst(start).dropLast(end))
        if !rows.isEmpty, !columns.isEmpty {
            let cells = rows.count * columns.count
            if cells <= budget {
                budget -= cells
                pairs += Self.table(old, new, rows, columns)
            } else {
                pairs += otherwise(&self, rows, columns)
            }
        }
        for index in 0..<end { pairs.append((before.upperBound - end + index, after.upperBound - end + index)) }
        return pairs
    }

    /// What there is once in both lists, as far as it has kept its order, and what is found between two of these (patience diff, Cohen 2009).
    private mutating func anchored(_ old: [Int], _ new: [Int], _ before: Range<Int>, _ after: Range<Int>) -> [(old: Int, new: Int)] {
        let places = (Self.single(old, before), Self.single(new, after))
        let both = before.filter { places.0[old[$0]] == $0 && places.1.indices.contains(old[$0]) && places.1[old[$0]] >= 0 }
        let kept = Self.growing(both.map { places.1[old[$0]] })
        let anchors = zip(both, kept).filter(\.1).map { ($0.0, places.1[old[$0.0]]) }
        var pairs: [(old: Int, new: Int)] = []
        var (nextOld, nextNew) = (before.lowerBound, after.lowerBound)
        for (oldPlace, newPlace) in anchors + [(before.upperBound, after.upperBound)] {
            pairs += self.pairs(old, new, nextOld..<oldPlace, nextNew..<newPlace) { _, _, _ in [] }
            if oldPlace < before.upperBound { pairs.append((oldPlace, newPlace)) }
            (nextOld, nextNew) = (oldPlace + 1, newPlace + 1)
        }
        return pairs
    }

    /// For each number where it stands; -1 where it doesn't, -2 where it does more than once.
    private static func single(_ numbers: [Int], _ range: Range<Int>) -> [Int] {
        var places = Array(repeating: -1, count: (range.map { numbers[$0] }.max() ?? -1) + 1)
        for place in range { places[numbers[place]] = places[numbers[place]] == -1 ? place : -2 }
        return places
    }

    /// The longest common subsequence, by the table of the lengths of what follows.
    private static func table(_ old: [Int], _ new: [Int], _ rows: Range<Int>, _ columns: Range<Int>) -> [(old: Int, new: Int)] {
        let width = columns.count + 1
        var lengths = Array(repeating: Int32(0), count: (rows.count + 1) * width)
        for row in (0..<rows.count).reversed() {
            for column in (0..<columns.count).reversed() {
                lengths[row * width + column] =
                    old[rows.lowerBound + row] == new[columns.lowerBound + column]
                    ? lengths[(row + 1) * width + column + 1] + 1
                    : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
            }
        }
        var pairs: [(old: Int, new: Int)] = []
        var (row, column) = (0, 0)
        while row < rows.count, column < columns.count {
            if old[rows.lowerBound + row] == new[columns.lowerBound + column] {
                pairs.append((rows.lowerBound + row, columns.lowerBound + column))
                row += 1
                column += 1
            } else if lengths[(row + 1) * width + column] >= lengths[row * width + column + 1] {
                row += 1
            } else {
                column += 1
            }
        }
        return pairs
    }

    /// Which of the numbers stand in the longest list that grows (patience sorting, Fredman 1975).
    static func growing(_ numbers: [Int]) -> [Bool] {
        // For each length, the index of the least number that a growing list of it can end with; and before which one each stands.
        var ends: [Int] = []
        var before = Array(repeating: -1, count: numbers.count)
        for (index, number) in numbers.enumerated() {
            var (low, high) = (0, ends.count)
            while low < high {
                let middle = (low + high) / 2
                if numbers[ends[middle]] < number { low = middle + 1 } else { high = middle }
            }
            if low > 0 { before[index] = ends[low - 1] }
            if low == ends.count { ends.append(index) } else { ends[low] = index }
        }
        var isIn = Array(repeating: false, count: numbers.count)
        var next = ends.last ?? -1
        while next >= 0 {
            isIn[next] = true
            next = before[next]
        }
        return isIn
    }
}
