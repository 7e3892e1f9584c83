/// Finds which line of the base has become which of a side: the one that says the same, declares the same element, or has the same name in the same
/// element, if it stands in what has become of what the other one stands in.
struct MatchSearch {
    private let base: PartLines
    private let side: PartLines
    /// Lines that say the same, wherever they stand.
    private let aligned: LineMatches
    /// By lines of the base; -1 for none, or if it can't be told.
    private let declared: [Int]
    private let members: NameIndex
    private let memberLines: [Int]
    private(set) var matches: LineMatches

    /// - Parameter declared: Lines that declare the same element.
    init(_ base: PartLines, _ side: PartLines, _ aligned: LineMatches, declared: [(base: Int, side: Int)]) {
        self.base = base
        self.side = side
        self.aligned = aligned
        self.declared = Self.clear(declared, aligned)
        (members, memberLines) = Self.members(of: side)
        matches = LineMatches(base: aligned.sides.count, side: aligned.bases.count)
        let own = Self.members(of: base)
        for line in aligned.sides.indices {
            let member = base.member(line).flatMap { own.index.find($0) }.flatMap { own.lines[$0] == line ? successor(ofMember: line) : nil }
            for candidate in [aligned.sides[line], self.declared[line], member ?? -1, end(line)] where isFree(candidate, for: line) {
                matches.match(line, candidate)
                break
            }
        }
    }

    /// Each line is one other at most: where two elements stand on a line that now are on two, none of both is its successor.
    private static func clear(_ pairs: [(base: Int, side: Int)], _ aligned: LineMatches) -> [Int] {
        var sides = Array(repeating: -1, count: aligned.sides.count)
        var bases = Array(repeating: -1, count: aligned.bases.count)
        for pair in pairs {
            sides[pair.base] = sides[pair.base] == -1 || sides[pair.base] == pair.side ? pair.side : -2
            bases[pair.side] = bases[pair.side] == -1 || bases[pair.side] == pair.base ? pair.base : -2
        }
        return sides.enumerated().map { base, side in side >= 0 && bases[side] == base ? side : -1 }
    }

    /// By their names; the lines are -1 where several have a name.
    private static func members(of lines: PartLines) -> (index: NameIndex, lines: [Int]) {
        var index = NameIndex()
        var found: [Int] = []
        for line in lines.owners.indices {
            guard let name = lines.member(line) else { continue }
            if let known = index.find(name) {
                found[known] = -1
            } else {
                index.insert(name, found.count)
                found.append(line)
            }
        }
        return (index, found)
    }

    private func successor(ofMember line: Int) -> Int? {
        let owner = base.owners[line] < 0 ? -1 : matches.sides[base.owners[line]]
        guard owner >= 0 || base.owners[line] < 0, let name = base.member(line, in: owner), let number = members.find(name) else { return nil }
        return memberLines[number]
    }

    /// Where ends what has become of that which a line ends; -1 if it ends nothing.
    private func end(_ line: Int) -> Int {
        let owner = base.owners[line]
        guard owner >= 0, base.ends[owner] == line, matches.sides[owner] >= 0 else { return -1 }
        let successor = matches.sides[owner]
        return side.ends[successor] > successor ? side.ends[successor] : -1
    }

    private func isFree(_ candidate: Int, for line: Int) -> Bool {
        guard candidate >= 0, matches.bases[candidate] < 0 else { return false }
        let (owner, other) = (base.owners[line], side.owners[candidate])
        guard owner < 0 ? other < 0 : other >= 0 && matches.sides[owner] == other else { return false }
        // Another line in the same, further down, says the same: it comes first.
        let twin = aligned.bases[candidate]
        return twin <= line || base.owners[twin] != owner
    }
}
