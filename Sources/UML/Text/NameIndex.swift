/// Finds numbers by names, spelled in UTF-8: a crit-bit tree, which parts names at the first bit in which they differ. Unlike a dictionary it
/// needs no source of randomness, which in a browser weighs more than all of the parser, and unlike a hash without one nobody can plan names
/// that make it slow: a search takes no more steps than the name has bits.
struct NameIndex {
    private var names: [[UInt8]] = []
    private var numbers: [Int] = []
    /// Three numbers for each branch: the place where names part, then the nodes of those that have no bit there and of those that have one.
    /// A node is the index of a branch, or the complement of one into `names`.
    private var branches: [Int] = []
    private var root = 0

    func find(_ name: [UInt8]) -> Int? {
        guard let entry = nearest(name), names[entry] == name else { return nil }
        return numbers[entry]
    }

    /// A name that is there already keeps its number.
    mutating func insert(_ name: [UInt8], _ number: Int) {
        let entry = ~names.count
        if let nearest = nearest(name) {
            guard let place = Self.difference(names[nearest], name) else { return }
            part(at: place, name, entry)
        } else {
            root = entry
        }
        names.append(name)
        numbers.append(number)
    }

    /// The name that is like this one at all places where names part on the way to it.
    private func nearest(_ name: [UInt8]) -> Int? {
        guard !names.isEmpty else { return nil }
        var node = root
        while node >= 0 { node = branches[node + 1 + Self.bit(name, branches[node])] }
        return ~node
    }

    private mutating func part(at place: Int, _ name: [UInt8], _ entry: Int) {
        var parent = -1
        var node = root
        while node >= 0, branches[node] < place {
            parent = node + 1 + Self.bit(name, branches[node])
            node = branches[parent]
        }
        let branch = branches.count
        branches.append(place)
        for bit in 0...1 { branches.append(bit == Self.bit(name, place) ? entry : node) }
        if parent < 0 { root = branch } else { branches[parent] = branch }
    }

    // MARK: Places

    /// Sixteen places for each byte, of which the first that is used says that there is a byte.
    private static func bit(_ name: [UInt8], _ place: Int) -> Int {
        place >> 4 < name.count ? (0x100 | Int(name[place >> 4])) >> (15 - place & 15) & 1 : 0
    }

    private static func difference(_ a: [UInt8], _ b: [UInt8]) -> Int? {
        for place in 0..<max(a.count, b.count) << 4 where bit(a, place) != bit(b, place) { return place }
        return nil
    }
}
