/// Elements by the places in a text at which they stand.
struct PlacedElements {
    private var starts: [Int] = []
    private var elements: [Int] = []

    /// - Parameter places: Of each element.
    init(_ places: [[Int]]) {
        var all: [Int] = []
        var owners: [Int] = []
        for (element, places) in places.enumerated() {
            for place in places {
                all.append(place)
                owners.append(element)
            }
        }
        for index in PlaceOrder.indices(of: all) {
            starts.append(all[index])
            elements.append(owners[index])
        }
    }

    /// Which element stands now where another stood before a change; nil if none does, or nobody can tell.
    ///
    /// What is typed right before an element may be put in above it, or become a part of it; the first is looked for first.
    func element(at old: Int, _ difference: SourceDifference) -> Int? {
        if let place = difference.place(old), let found = element(at: place) { return found }
        return old == difference.start ? element(at: old) : nil
    }

    /// The last one that begins at a place or before it.
    func element(before place: Int) -> Int? { starts.lastIndex(upTo: place).map { elements[$0] } }

    private func element(at place: Int) -> Int? {
        guard let index = starts.lastIndex(upTo: place), starts[index] == place else { return nil }
        return elements[index]
    }
}
