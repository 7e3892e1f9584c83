/// Counts, and how many of them there are up to a place, both in logarithmic time.
///
/// P. M. Fenwick: “A New Data Structure for Cumulative Frequency Tables”, 1994.
struct PrefixSums {
    private var sums: [Int]
    private(set) var total = 0

    init(count: Int) { sums = Array(repeating: 0, count: count + 1) }

    func sum(through place: Int) -> Int {
        var sum = 0
        var index = place + 1
        while index > 0 {
            sum += sums[index]
            index &= index - 1
        }
        return sum
    }

    mutating func add(_ place: Int) {
        var index = place + 1
        while index < sums.count {
            sums[index] += 1
            index += index & -index
        }
        total += 1
    }
}
