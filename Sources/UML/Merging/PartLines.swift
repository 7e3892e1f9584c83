/// On which lines of a text its parts begin and end, and what stands in what.
struct PartLines {
    let parts: [WrittenPart]
    /// Of each line the one on which the innermost part begins that it stands in, as its last line does; -1 for none.
    private(set) var owners: [Int]
    /// Of each line the one on which ends what begins there.
    private(set) var ends: [Int]
    /// Numbers of parts by where they begin, of two at a place the outer one first; and where in that list those of each line begin.
    private let order: [Int]
    private var firsts: [Int]
    private var elements = NameIndex()

    /// - Parameter starts: Where the lines of the text begin.
    init(_ parts: [WrittenPart], _ starts: [Int]) {
        self.parts = parts
        owners = Array(repeating: -1, count: starts.count)
        ends = Array(starts.indices)
        firsts = Array(repeating: 0, count: starts.count + 1)
        order = StableOrder.sorted(Array(parts.indices)) { one, other in
            let (one, other) = (parts[one].range, parts[other].range)
            return one.start != other.start ? one.start < other.start : one.end > other.end
        }
        var (next, open) = (0, [Int]())
        for line in starts.indices {
            while let last = open.last, ends[last] < line { open.removeLast() }
            owners[line] = open.last ?? -1
            firsts[line] = next
            let end = line + 1 < starts.count ? starts[line + 1] : Int.max
            while next < order.count, parts[order[next]].range.start < end {
                let part = parts[order[next]]
                ends[line] = max(ends[line], starts.lastIndex(upTo: max(part.range.end - 1, part.range.start)) ?? line)
                if let element = part.element { elements.insert(Array(element.utf8), line) }
                next += 1
            }
            if ends[line] > line { open.append(line) }
        }
        firsts[starts.count] = next
    }

    /// What begins on a line.
    func parts(on line: Int) -> [WrittenPart] { order[firsts[line]..<firsts[line + 1]].map { parts[$0] } }

    /// The line that declares an element.
    func line(of element: String) -> Int? { elements.find(Array(element.utf8)) }

    /// What a line is called among those of what it stands in: two lines with the same name there may be the same in two texts.
    ///
    /// - Parameter owner: The line on which begins what it stands in, in the other text.
    func member(_ line: Int, in owner: Int? = nil) -> [UInt8]? {
        guard firsts[line] < firsts[line + 1], let name = parts[order[firsts[line]]].member else { return nil }
        var words = MeaningWords()
        words.add(owner ?? owners[line])
        return words.bytes + name
    }
}
