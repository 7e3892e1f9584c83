/// The order of things by their places in a text.
enum PlaceOrder {
    /// Indices of `places` from the first place to the last; what stands at the same place keeps its order.
    static func indices(of places: [Int]) -> [Int] { StableOrder.sorted(Array(places.indices)) { places[$0] < places[$1] } }
}
