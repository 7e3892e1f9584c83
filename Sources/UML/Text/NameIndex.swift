/// Finds numbers by names, spelled in UTF-8. Unlike a dictionary it needs no source of randomness, which in a browser weighs more than all of
/// the parser; collisions that somebody plans cost little, because a diagram has few names.
struct NameIndex {
    private var names: [[UInt8]] = []
    private var numbers: [Int] = []
    /// Indices into `names`, -1 where there is none; twice as many as names at least.
    private var slots: [Int] = Array(repeating: -1, count: 16)

    func find(_ name: [UInt8]) -> Int? {
        let entry = slots[slot(of: name)]
        return entry < 0 ? nil : numbers[entry]
    }

    /// A name that is there already keeps its number.
    mutating func insert(_ name: [UInt8], _ number: Int) {
        guard slots[slot(of: name)] < 0 else { return }
        names.append(name)
        numbers.append(number)
        if names.count * 2 > slots.count {
            slots = Array(repeating: -1, count: slots.count * 2)
            for (entry, name) in names.enumerated() { slots[slot(of: name)] = entry }
        } else {
            slots[slot(of: name)] = names.count - 1
        }
    }

    /// Where the name stands, or where it would be put (linear probing).
    private func slot(of name: [UInt8]) -> Int {
        var slot = Int(FowlerNollVoHash.of(name) % UInt32(slots.count))
        while slots[slot] >= 0, names[slots[slot]] != name { slot = (slot + 1) % slots.count }
        return slot
    }
}
