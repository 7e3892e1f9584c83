/// Sorts numbers of things; what is equal keeps its order. Merges runs of growing length: the library's sort is no promise of that, and weighs
/// as much in a browser as all of a diagram's layout.
enum StableOrder {
    @inline(never)
    static func sorted(_ items: [Int], _ precedes: (Int, Int) -> Bool) -> [Int] {
        var order = items
        var width = 1
        while width < order.count {
            var merged: [Int] = []
            merged.reserveCapacity(order.count)
            var start = 0
            while start < order.count {
                let middle = min(start + width, order.count)
                let end = min(middle + width, order.count)
                var (left, right) = (start, middle)
                while left < middle || right < end {
                    if right == end || left < middle && !precedes(order[right], order[left]) {
                        merged.append(order[left])
                        left += 1
                    } else {
                        merged.append(order[right])
                        right += 1
                    }
                }
                start = end
            }
            order = merged
            width *= 2
        }
        return order
    }

    static func sorted(_ numbers: [Int]) -> [Int] { sorted(numbers) { $0 < $1 } }
}
