/// The order of things by their places in a text.
enum PlaceOrder {
    /// Indices of `places` from the first place to the last; what stands at the same place keeps its order. Takes linear time where the places
    /// are nearly in order, as those of diagnostics and edits are.
    static func indices(of places: [Int]) -> [Int] {
        var order: [Int] = []
        order.reserveCapacity(places.count)
        for (index, place) in places.enumerated() {
            var position = order.count
            while position > 0, places[order[position - 1]] > place { position -= 1 }
            order.insert(index, at: position)
        }
        return order
    }
}
