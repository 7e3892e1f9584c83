/// The order of things by their places in a text.
enum PlaceOrder {
    /// Indices of `places` from the first place to the last; what stands at the same place keeps its order. Merges runs of growing length:
    /// the library's sort weighs as much in a browser as all of a diagram's layout.
    static func indices(of places: [Int]) -> [Int] {
        var order = Array(places.indices)
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
                    if right == end || left < middle && places[order[left]] <= places[order[right]] {
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
}
