extension Array where Element == Int {
    /// The index of the last number that is `limit` or less, of numbers in ascending order; nil if all are greater. A binary search.
    func lastIndex(upTo limit: Int) -> Int? {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] <= limit { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? low - 1 : nil
    }
}
