/// Gives out the ids of what connects two elements, by theirs: `Alice/Bob`, then `Alice/Bob#2`. A name has no `/`, so none of them is another's.
/// Counted by numbers and not, as ``IdentityTable`` does, by names: there are as many as messages and relations.
struct ConnectionCounts {
    private let ids: [String]
    /// Of each element, those that it was connected to so far, and how often.
    private var targets: [[Target]]

    private struct Target {
        let element: Int
        let base: String
        var count: Int
    }

    init(_ ids: [String]) {
        self.ids = ids
        targets = Array(repeating: [], count: ids.count)
    }

    mutating func add(_ from: Int, _ to: Int) -> String {
        for index in targets[from].indices where targets[from][index].element == to {
            targets[from][index].count += 1
            return "\(targets[from][index].base)#\(targets[from][index].count)"
        }
        let base = "\(ids[from])/\(ids[to])"
        targets[from].append(Target(element: to, base: base, count: 1))
        return base
    }
}
