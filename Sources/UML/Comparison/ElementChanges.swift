/// What became of each element; nil where nothing did.
struct ElementChanges {
    private(set) var old: [ElementChange?]
    private(set) var new: [ElementChange?]

    /// - Parameter order: As ``Diagram/order(of:)``.
    init(_ pairs: ComparedPairs, order: (ElementPart) -> Int?) {
        old = Array(repeating: .removed, count: pairs.old.all.count)
        new = Array(repeating: .added, count: pairs.new.all.count)
        for (before, after) in pairs.matches.successors.enumerated() where after >= 0 {
            let (earlier, later) = (pairs.old.all[before], pairs.new.all[after])
            let isMoved = !pairs.isContainedAlike(earlier, later)
            let change: ElementChange? = earlier.words != later.words ? .changed : isMoved ? .moved : nil
            (old[before], new[after]) = (change, change)
        }
        var matched: [[Place]] = []
        for (before, after) in pairs.matches.successors.enumerated() where after >= 0 {
            guard let from = pairs.old.all[before].start, let to = pairs.new.all[after].start, let number = order(pairs.old.all[before].part)
            else { continue }
            while matched.count <= number { matched.append([]) }
            matched[number].append(Place(before: before, after: after, from: from, to: to))
        }
        for places in matched { findMoved(among: places) }
    }

    /// Where an element stands in both texts.
    private struct Place {
        let before: Int
        let after: Int
        let from: Int
        let to: Int
    }

    /// As few as can be: what stands in the longest list that has kept its order has not moved.
    private mutating func findMoved(among places: [Place]) {
        let order = PlaceOrder.indices(of: places.map(\.from))
        let kept = Alignment.growing(order.map { places[$0].to })
        for (index, isKept) in kept.enumerated() where !isKept {
            let place = places[order[index]]
            if old[place.before] == nil { (old[place.before], new[place.after]) = (.moved, .moved) }
        }
    }
}
