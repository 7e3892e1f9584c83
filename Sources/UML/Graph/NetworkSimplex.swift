/// Ranks of nodes such that no arc is shorter than it must be, and all together are as short as they can be.
///
/// E. R. Gansner, E. Koutsofios, S. C. North, K.-P. Vo: “A Technique for Drawing Directed Graphs”, 1993, section 2. Whole numbers only; ties are
/// decided by the order of the arcs.
struct NetworkSimplex {
    struct Arc {
        var tail: Int
        var head: Int
        var length: Int
        var weight: Int

        /// Makes it dear, by its weight for each step, that one rank is not an offset more than another one.
        ///
        /// - Parameter variable: A node of its own for this.
        static func wish(that one: Int, is offset: Int, beyond other: Int, weight: Int, by variable: Int) -> [Arc] {
            [
                Arc(tail: variable, head: other, length: max(-offset, 0), weight: weight),
                Arc(tail: variable, head: one, length: max(offset, 0), weight: weight),
            ]
        }
    }

    /// So that the largest graph takes no longer than a person waits.
    private static let mostSteps = 20_000_000

    private let count: Int
    private let arcs: [Arc]
    private(set) var ranks: [Int]
    private let incidence: Incidence
    private var isInTree: [Bool]
    private var treeArcs: [[Int]]
    private var parentArc: [Int]
    /// Nodes of the tree, each after its parent.
    private var order: [Int] = []
    /// A node's subtree is a piece of `order`, from its place on.
    private var place: [Int]
    private var subtreeSize: [Int]
    private var cut: [Int]
    private var balance: [Int]

    /// - Parameters:
    ///   - arcs: Without a cycle; they connect all nodes.
    ///   - pivots: How often the tree is changed at most: after that the ranks are allowed, but not the best ones.
    static func ranks(count: Int, arcs: [Arc], pivots: Int) -> [Int] {
        guard count > 1 else { return Array(repeating: 0, count: count) }
        var simplex = NetworkSimplex(count, arcs)
        simplex.growTree()
        // A pivot takes as many steps as there are nodes.
        simplex.solve(pivots: min(pivots, mostSteps / count))
        let least = simplex.ranks.min() ?? 0
        return simplex.ranks.map { $0 - least }
    }

    private init(_ count: Int, _ arcs: [Arc]) {
        self.count = count
        self.arcs = arcs
        incidence = Incidence(count: count, arcs)
        isInTree = Array(repeating: false, count: arcs.count)
        treeArcs = Array(repeating: [], count: count)
        parentArc = Array(repeating: -1, count: count)
        place = Array(repeating: 0, count: count)
        subtreeSize = Array(repeating: 0, count: count)
        cut = Array(repeating: 0, count: arcs.count)
        balance = Array(repeating: 0, count: count)
        for arc in arcs {
            balance[arc.tail] += arc.weight
            balance[arc.head] -= arc.weight
        }
        ranks = incidence.longestPaths(arcs)
        // What no arc leads to stands next to what follows it: so all hangs together by arcs that are as short as they must be.
        for node in 0..<count where incidence.arcs(node).allSatisfy({ arcs[$0].tail == node }) {
            ranks[node] = incidence.arcs(node).map { ranks[arcs[$0].head] - arcs[$0].length }.min() ?? ranks[node]
        }
    }

    private func slack(_ arc: Int) -> Int { ranks[arcs[arc].head] - ranks[arcs[arc].tail] - arcs[arc].length }

    private func otherEnd(_ arc: Int, _ node: Int) -> Int { arcs[arc].tail == node ? arcs[arc].head : arcs[arc].tail }

    // MARK: The first tree

    /// A tree of arcs that are as short as they must be. While it doesn't reach all nodes, it is moved towards the nearest.
    private mutating func growTree() {
        var isReached = Array(repeating: false, count: count)
        var reached = [0]
        isReached[0] = true
        var next = 0
        while true {
            while next < reached.count {
                let node = reached[next]
                next += 1
                for arc in incidence.arcs(node) where !isReached[otherEnd(arc, node)] && slack(arc) == 0 {
                    let other = otherEnd(arc, node)
                    isReached[other] = true
                    reached.append(other)
                    addToTree(arc)
                }
            }
            guard reached.count < count, let nearest = nearestArc(isReached) else { return }
            let distance = isReached[arcs[nearest].tail] ? slack(nearest) : -slack(nearest)
            for node in reached { ranks[node] += distance }
            // What was reached may have new neighbours now.
            next = 0
        }
    }

    /// The arc with the least slack from what is reached to what is not.
    private func nearestArc(_ isReached: [Bool]) -> Int? {
        var nearest: Int?
        var least = Int.max
        for arc in arcs.indices where isReached[arcs[arc].tail] != isReached[arcs[arc].head] {
            let distance = slack(arc)
            if distance < least {
                least = distance
                nearest = arc
            }
        }
        return nearest
    }

    private mutating func addToTree(_ arc: Int) {
        isInTree[arc] = true
        treeArcs[arcs[arc].tail].append(arc)
        treeArcs[arcs[arc].head].append(arc)
    }

    private mutating func removeFromTree(_ arc: Int) {
        isInTree[arc] = false
        treeArcs[arcs[arc].tail].removeAll { $0 == arc }
        treeArcs[arcs[arc].head].removeAll { $0 == arc }
    }

    // MARK: Pivots

    private mutating func solve(pivots: Int) {
        readTree()
        var start = 0
        for _ in 0..<pivots {
            guard let leaving = leavingArc(&start), let entering = enteringArc(for: leaving) else { return }
            exchange(leaving, entering)
            readTree()
        }
    }

    /// The order of the tree, and for each of its arcs what shortening it by one would cost: the weight of all arcs that go the same way from
    /// the one side of the tree to the other, less the weight of those that go the other way.
    private mutating func readTree() {
        order.removeAll(keepingCapacity: true)
        parentArc[0] = -1
        var stack = [0]
        while let node = stack.popLast() {
            place[node] = order.count
            order.append(node)
            for arc in treeArcs[node] where arc != parentArc[node] {
                let child = otherEnd(arc, node)
                parentArc[child] = arc
                stack.append(child)
            }
        }
        var sums = balance
        for node in order { subtreeSize[node] = 1 }
        for node in order.reversed() where parentArc[node] >= 0 {
            let arc = parentArc[node]
            let parent = otherEnd(arc, node)
            cut[arc] = arcs[arc].tail == node ? sums[node] : -sums[node]
            sums[parent] += sums[node]
            subtreeSize[parent] += subtreeSize[node]
        }
    }

    /// The arc of the tree that costs most, of the next 30 that cost anything, searched in turn from the last place on.
    private func leavingArc(_ start: inout Int) -> Int? {
        var best: Int?
        var found = 0
        for step in 0..<arcs.count {
            let arc = (start + step) % arcs.count
            guard isInTree[arc], cut[arc] < 0 else { continue }
            if best.map({ cut[arc] < cut[$0] }) ?? true { best = arc }
            found += 1
            if found == 30 {
                start = (arc + 1) % arcs.count
                return best
            }
        }
        return best
    }

    /// The child's side of an arc of the tree is a piece of the order.
    private func childSide(_ arc: Int) -> (node: Int, range: Range<Int>) {
        let node = parentArc[arcs[arc].tail] == arc ? arcs[arc].tail : arcs[arc].head
        return (node, place[node]..<(place[node] + subtreeSize[node]))
    }

    /// Of the arcs that go the other way between the two sides, the one that is nearest to its shortest.
    private func enteringArc(for leaving: Int) -> Int? {
        let (node, side) = childSide(leaving)
        let goesUp = arcs[leaving].tail == node
        var best: Int?
        var least = Int.max
        for inner in order[side] {
            for arc in incidence.arcs(inner) where !isInTree[arc] {
                let other = otherEnd(arc, inner)
                // Leaving goes out of the child's side: what enters goes into it, and the other way round.
                guard !side.contains(place[other]), (arcs[arc].head == inner) == goesUp else { continue }
                let distance = slack(arc)
                if distance < least || distance == least && arc < best ?? arc {
                    least = distance
                    best = arc
                }
            }
        }
        return best
    }

    private mutating func exchange(_ leaving: Int, _ entering: Int) {
        let (_, side) = childSide(leaving)
        let distance = slack(entering)
        let shift = side.contains(place[arcs[entering].tail]) ? distance : -distance
        if shift != 0 { for node in order[side] { ranks[node] += shift } }
        removeFromTree(leaving)
        addToTree(entering)
    }
}
