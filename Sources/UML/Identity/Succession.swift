/// What became of the id of an element when its text was changed.
public struct Succession: Equatable, Sendable {
    public var id: String
    /// What the element is known by now; nil when it is gone.
    public var successor: String?

    /// Of elements in their order, those whose ids have changed.
    ///
    /// - Parameter indices: For each old element which new one it is; -1 where there is none.
    static func changes(_ old: [String], _ new: [String], _ indices: [Int]) -> [Succession] {
        var changes: [Succession] = []
        for (index, id) in old.enumerated() {
            guard indices[index] >= 0 else {
                changes.append(Succession(id: id, successor: nil))
                continue
            }
            let successor = new[indices[index]]
            if !successor.isSpelled(like: id) { changes.append(Succession(id: id, successor: successor)) }
        }
        return changes
    }
}
