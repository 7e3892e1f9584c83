/// Finds circles among arrows from one thing to another.
enum CycleSearch {
    /// - Returns: Of each group of arrows that form circles, the last one.
    static func closingArrows(count: Int, _ arrows: [(from: Int, to: Int)]) -> [Int] {
        var isLeft = Array(repeating: true, count: arrows.count)
        peel(count, arrows.map { ($0.from, $0.to) }, &isLeft)
        peel(count, arrows.map { ($0.to, $0.from) }, &isLeft)
        for index in arrows.indices where isLeft[index] {
            isLeft[index] = leads(from: arrows[index].to, to: arrows[index].from, count, arrows, isLeft)
        }
        // What hangs together counts once.
        var group = Array(0..<count)
        func find(_ node: Int) -> Int {
            var root = node
            while group[root] != root { root = group[root] }
            return root
        }
        for (index, arrow) in arrows.enumerated() where isLeft[index] {
            let (one, other) = (find(arrow.from), find(arrow.to))
            group[max(one, other)] = min(one, other)
        }
        var last = Array(repeating: -1, count: count)
        for (index, arrow) in arrows.enumerated() where isLeft[index] { last[find(arrow.from)] = index }
        return last.filter { $0 >= 0 }
    }

    private static func leads(from start: Int, to end: Int, _ count: Int, _ arrows: [(from: Int, to: Int)], _ isLeft: [Bool]) -> Bool {
        var neighbors: [[Int]] = Array(repeating: [], count: count)
        for (index, arrow) in arrows.enumerated() where isLeft[index] { neighbors[arrow.from].append(arrow.to) }
        var isFound = Array(repeating: false, count: count)
        var found = [start]
        isFound[start] = true
        while let next = found.popLast() {
            if next == end { return true }
            for neighbor in neighbors[next] where !isFound[neighbor] {
                isFound[neighbor] = true
                found.append(neighbor)
            }
        }
        return false
    }

    /// Takes away arrows from things that no arrow leads to, until there are none.
    private static func peel(_ count: Int, _ arrows: [(from: Int, to: Int)], _ isLeft: inout [Bool]) {
        var incoming = Array(repeating: 0, count: count)
        var outgoing: [[Int]] = Array(repeating: [], count: count)
        for (index, arrow) in arrows.enumerated() where isLeft[index] {
            incoming[arrow.to] += 1
            outgoing[arrow.from].append(index)
        }
        var free = (0..<count).filter { incoming[$0] == 0 }
        while let node = free.popLast() {
            for arrow in outgoing[node] {
                isLeft[arrow] = false
                incoming[arrows[arrow].to] -= 1
                if incoming[arrows[arrow].to] == 0 { free.append(arrows[arrow].to) }
            }
        }
    }
}
