/// Lays two lists side by side.
enum Alignment {
    /// In comparisons: beyond that only what is alike at the ends is found.
    private static let largestTable = 1_000_000

    /// The longest list of pairs of equal items in the order of both lists.
    /// - Parameter isEqual: Asked by the indices of an old and a new item.
    static func pairs(_ old: Int, _ new: Int, _ isEqual: (Int, Int) -> Bool) -> [(old: Int, new: Int)] {
        var start = 0
        while start < min(old, new), isEqual(start, start) { start += 1 }
        var end = 0
        while end < min(old, new) - start, isEqual(old - 1 - end, new - 1 - end) { end += 1 }
        var pairs: [(old: Int, new: Int)] = []
        for index in 0..<start { pairs.append((index, index)) }
        pairs += middle(start, old - end, new - end, isEqual)
        for index in 0..<end { pairs.append((old - end + index, new - end + index)) }
        return pairs
    }

    /// The longest common subsequence, by the table of the lengths of what follows.
    private static func middle(_ start: Int, _ oldEnd: Int, _ newEnd: Int, _ isEqual: (Int, Int) -> Bool) -> [(old: Int, new: Int)] {
        let (rows, columns) = (oldEnd - start, newEnd - start)
        guard rows > 0, columns > 0, rows * columns <= largestTable else { return [] }
        let width = columns + 1
        var lengths = Array(repeating: 0, count: (rows + 1) * width)
        for row in (0..<rows).reversed() {
            for column in (0..<columns).reversed() {
                lengths[row * width + column] =
                    isEqual(start + row, start + column)
                    ? lengths[(row + 1) * width + column + 1] + 1
                    : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
            }
        }
        var pairs: [(old: Int, new: Int)] = []
        var (row, column) = (0, 0)
        while row < rows, column < columns {
            if isEqual(start + row, start + column) {
                pairs.append((start + row, start + column))
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
